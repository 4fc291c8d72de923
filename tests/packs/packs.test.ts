import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { controlsInScope } from '../../src/assess/assess.ts';
import { readConfig } from '../../src/config/config.ts';
import type { Control, RulePack } from '../../src/model/pack.ts';
import { RULESET } from '../workspace.ts';

interface Ids {
  readonly hipaa: Record<string, [kind: string, title: string]>;
  readonly soc2: Record<string, [category: string, title: string]>;
  readonly hitrust: Record<string, [title: string | null, domains: number[]]>;
  readonly domains: string[];
  readonly never: string[];
}
const IDS = parse(readFileSync(new URL('ids.yml', import.meta.url), 'utf8')) as Ids;

function pack(id: string): RulePack {
  const found = RULESET.packs.find((p) => p.id === id);
  if (!found) throw new Error(`no pack ${id}`);
  return found;
}
const controls = (id: string): readonly Control[] => pack(id).controls;

test('the pinned lists are as long as the frameworks are', () => {
  expect([IDS.hipaa, IDS.soc2, IDS.hitrust, IDS.domains].map((list) => Object.keys(list).length)).toEqual([86, 61, 156, 19]);
});

test('no control bears an id that does not exist', () => {
  const own = RULESET.packs.flatMap((p) => p.controls.map((c) => `${p.id}:${c.id}`));
  expect(own.filter((id) => IDS.never.includes(id))).toEqual([]);
  expect(controls('hipaa').filter((c) => !(c.id in IDS.hipaa))).toEqual([]);
  expect(controls('soc2').filter((c) => !(c.id in IDS.soc2))).toEqual([]);
  expect(controls('hitrust').filter((c) => !(c.id in IDS.hitrust))).toEqual([]);
});

describe('HIPAA Security Rule', () => {
  const asked = Object.entries(IDS.hipaa).filter(([, [kind]]) => ['standard', 'required', 'addressable'].includes(kind));

  test('every standard and implementation specification is there, with its official title', () => {
    expect(controls('hipaa').map((c) => [c.id, c.specification, c.title])).toEqual(asked.map(([id, [kind, title]]) => [id, kind, title]));
  });

  test.each([
    ['164.308', 9, 10, 11],
    ['164.310', 4, 2, 6],
    ['164.312', 5, 2, 5],
    ['164.314', 2, 7, 0],
    ['164.316', 2, 3, 0],
  ])('%s has %i standards, %i required and %i addressable specifications', (paragraph, ...counts) => {
    const own = controls('hipaa').filter((c) => c.id.startsWith(paragraph));
    expect(['standard', 'required', 'addressable'].map((s) => own.filter((c) => c.specification === s).length)).toEqual(counts);
  });

  test('no rule calls a practice a requirement: a requirement cites its paragraph', () => {
    const cited = [...RULESET.rules.values()].filter((r) => r.basis.kind === 'requirement');
    expect(cited.filter((r) => !/^45 CFR 164\.3(?:08|10|12|14|16)\(/.test(r.basis.source)).map((r) => r.id)).toEqual([]);
    expect(
      cited
        .filter((r) => r.check !== 'policy-covers' && r.check !== 'each-linked')
        .map((r) => r.id)
        .sort(),
    ).toEqual(['agreement-executed', 'policy-written', 'vendor-phi-classified']);
  });
});

describe('SOC 2', () => {
  test('labels and categories are those of the list', () => {
    expect(controls('soc2').map((c) => [c.id, c.category, c.title])).toEqual(
      controls('soc2').map((c) => [c.id, ...(IDS.soc2[c.id] ?? [])]),
    );
    expect(controls('soc2').length).toBeGreaterThanOrEqual(25);
  });

  test('security is always in scope, availability only when chosen', () => {
    const scoped = (text: string): string[] =>
      controlsInScope(pack('soc2'), readConfig(text, 'cleanbill.yml', RULESET)).map((c) => c.category ?? '');
    expect([...new Set(scoped('frameworks: { soc2: {} }'))]).toEqual(['security']);
    expect([...new Set(scoped('frameworks: { soc2: { categories: [availability] } }'))]).toEqual(['security', 'availability']);
  });
});

describe('HITRUST', () => {
  test('the sections are the 19 assessment domains', () => {
    expect(pack('hitrust').sections).toEqual(IDS.domains.map((title, i) => ({ id: `domain-${String(i + 1).padStart(2, '0')}`, title })));
  });

  test('titles are the public ones, and only those that are confirmed', () => {
    expect(controls('hitrust').map((c) => [c.id, c.title])).toEqual(controls('hitrust').map((c) => [c.id, IDS.hitrust[c.id]?.[0]]));
  });

  test('a reference stands in a domain that it is seen in, or in none known', () => {
    const misplaced = controls('hitrust').filter((c) => {
      const seen = IDS.hitrust[c.id]?.[1] ?? [];
      return seen.length > 0 && !seen.includes(Number(c.section.slice('domain-'.length)));
    });
    expect(misplaced.map((c) => c.id)).toEqual([]);
  });

  test('it never speaks of requirement numbers', () => {
    expect(JSON.stringify(pack('hitrust'))).not.toMatch(/requirement \d|of 44/i);
  });
});

test('every rule is asked for by a control or is always judged, and every manual control says why', () => {
  const asked = new Set(RULESET.packs.flatMap((p) => p.controls.flatMap((c) => c.rules)));
  expect([...RULESET.rules.values()].filter((r) => !r.always && !asked.has(r.id)).map((r) => r.id)).toEqual([]);
  expect(RULESET.packs.flatMap((p) => p.controls.filter((c) => c.manual !== null).map((c) => `${p.id}:${c.id}`))).toEqual([
    'hipaa:164.314(a)(2)(ii)',
    'soc2:CC2.1',
  ]);
});

test('a control rests on rules that count: none has only notices', () => {
  const counts = (id: string): boolean => RULESET.rules.get(id)?.severity !== 'notice';
  expect(RULESET.packs.flatMap((p) => p.controls.filter((c) => c.rules.length && !c.rules.some(counts)).map((c) => c.id))).toEqual([]);
});

test('practice is an error only for the gaps that are known to sink an assessment', () => {
  const hard = [...RULESET.rules.values()].filter((r) => r.basis.kind === 'practice' && r.severity === 'error').map((r) => r.id);
  expect(hard.sort()).toEqual([
    'agreement-unexpired',
    'attestation-current',
    'record-readable',
    'risk-analysis-approved',
    'risk-analysis-current',
    'risk-analysis-scoped',
    'training-shown',
    'waiver-current',
  ]);
});
