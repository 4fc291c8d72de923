import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../../src/calendar.ts';
import { parseMarkdown } from '../../../src/evidence/policies/markdown.ts';
import { type PolicyReading, readPolicy } from '../../../src/evidence/policies/read-policy.ts';
import type { Field } from '../../../src/model/evidence.ts';
import { loadRuleset } from '../../../src/packs/load.ts';
import { ruleFiles } from '../../../src/shipped.ts';

const { labels } = loadRuleset(ruleFiles(new URL('../../../rules/', import.meta.url))).vocabulary;

function read(text: string, path = 'policies/access.md'): PolicyReading {
  return readPolicy(parseMarkdown(text, path), labels, null, '2026-11-21' as CalendarDate);
}

function word(field: Field | undefined): unknown {
  return field?.state === 'value' ? field.value : field?.state;
}

describe('the status of a policy', () => {
  test.each([
    ['Approved', 'approved'],
    ['ACTIVE', 'approved'],
    ['in force', 'approved'],
    ['✅ Approved', 'approved'],
    ['Approved by the CEO on 2026-01-12', 'approved'],
    ['Approved (v2.1)', 'approved'],
    ['Draft', 'draft'],
    ['Draft - pending approval', 'draft'],
    ['DRAFT v2', 'draft'],
    ['Draft for review', 'draft'],
    ['Not yet approved', 'draft'],
    ['Proposed', 'draft'],
    ['Under review', 'in-review'],
    ['Pending approval', 'in-review'],
    ['Awaiting approval by the board', 'in-review'],
    ['Superseded by POL-9', 'retired'],
    ['Archived 2024-01-01', 'retired'],
    ['No longer in force', 'retired'],
    ['Approved?', 'unknown'],
    ['❌ Approved', 'unknown'],
    ['Approved in principle', 'unknown'],
    ['Approved, under review', 'unknown'],
    ['Approved subject to legal', 'unknown'],
    ['Active - draft changes pending', 'unknown'],
    ['95% complete', 'unknown'],
    ['With legal', 'unknown'],
    ['TBD', 'placeholder'],
    ['{{ meta.status }}', 'placeholder'],
  ])('%j is %s, and its text stays as written', (text, expected) => {
    const { status } = read(`---\nstatus: ${JSON.stringify(text)}\n---\n# Access Policy\n`).fields;
    expect(word(status)).toBe(expected);
    expect(status?.text).toBe(text);
  });

  test.each([
    ['---\nstatus:\n---\n# Access Policy\n', 'placeholder'],
    ['# Access Policy\n', undefined],
    ['# [DRAFT] Access Policy\n', 'draft'],
    ['# Access Policy (draft)\n', 'draft'],
    ['# Drafting of Policies Standard\n', undefined],
    ['# Access Policy\n\n**Status:** Draft for comment\n', 'draft'],
  ])('%j', (text, expected) => {
    expect(word(read(text).fields.status)).toBe(expected);
  });
});

test.each([
  ['Draft', 'draft'],
  ['In progress', 'draft'],
  ['Scheduled for Q3', 'planned'],
  ['Final', 'final'],
  ['Completed 2026-03-03', 'final'],
  ['Final, findings open', 'unknown'],
  ['Superseded', 'superseded'],
])('a report of a risk assessment with the status %j is %s', (text, expected) => {
  const { assessment } = read(`# Security Risk Analysis 2026\n\n**Completed:** March 3, 2026\n**Status:** ${text}\n`, 'risk/2026.md');
  expect(word(assessment?.fields.status)).toBe(expected);
});
