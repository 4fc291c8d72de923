import type { EvidenceRecord, Field, Policy } from '../model/evidence.ts';
import type { Finding, Report } from '../model/report.ts';
import type { ReportJson } from '../model/report-schema.ts';

/** What a reader cannot see, and what a runner of GitHub Actions takes for a command anywhere in a line. */
const BY_NUMBER = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2028\u2029]|#(?=#\[)/gu;

/**
 * The report as JSON text, schema 1 (`docs/report.schema.json`). The same report gives the same bytes. It may be
 * printed to a log, so characters that could hide or make a command there are written by their numbers.
 */
export function renderJson(report: Report): string {
  const text = JSON.stringify(toJson(report), null, 2);
  return `${text.replace(BY_NUMBER, (found) => (found === '\n' ? found : byNumber(found)))}\n`;
}

function byNumber(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

/** The plain object behind `renderJson`. Records are named by kind and place; of people only ids appear. */
function toJson(report: Report): ReportJson {
  return {
    schema: 1,
    tool: { name: 'cleanbill', version: report.version },
    asOf: report.asOf,
    commit: report.commit,
    config: report.configPath,
    files: report.files,
    evidence: [...report.policies.map(policyJson), ...report.records.filter((r) => r.kind !== 'person').map(recordJson)],
    registers: report.registers.map((r) => ({ ...r, columns: { ...r.columns }, unread: [...r.unread] })),
    findings: report.findings.map(findingJson),
    frameworks: report.frameworks.map((f) => ({
      id: f.id,
      title: f.title,
      level: f.level,
      readiness: f.readiness,
      sections: [...f.sections],
      controls: f.controls.map((c) => ({ ...c, rules: [...c.rules], evidence: [...c.evidence] })),
    })),
    lapses: report.lapses.map(({ at, ...lapse }) => ({ ...lapse, path: at?.path ?? null, line: at?.line ?? null })),
    compare: null,
    gate: { passed: report.gate.passed, bars: report.gate.bars, violations: [...report.gate.violations] },
  };
}

function findingJson({ at, waiver, also, controls, rules, ...finding }: Finding): ReportJson['findings'][number] {
  return {
    ...finding,
    path: at?.path ?? null,
    line: at?.line ?? null,
    column: at?.column ?? null,
    endLine: at ? (at.endLine ?? at.line) : null,
    rules: [...rules],
    controls: [...controls],
    also: also.map(({ path, line }) => ({ path, line })),
    waiver: waiver && {
      reason: waiver.reason,
      owner: waiver.owner,
      approver: waiver.approver,
      expires: waiver.expires,
      path: waiver.at.path,
      line: waiver.at.line,
    },
  };
}

function policyJson(policy: Policy): ReportJson['evidence'][number] {
  const { version, effective, reviewed, owner, approver, status } = policy.fields;
  return {
    kind: 'policy',
    path: policy.at.path,
    line: policy.at.line,
    role: policy.role,
    title: policy.name,
    version: plain(version),
    effective: plain(effective),
    reviewed: plain(reviewed),
    nextReview: plain(policy.fields['next-review']),
    owner: plain(owner),
    approver: plain(approver),
    status: plain(status),
    topics: policy.topics.filter((t) => t.degree === 'covered').map((t) => t.topic),
  };
}

function recordJson(record: EvidenceRecord): ReportJson['evidence'][number] {
  const fields = Object.fromEntries(Object.entries(record.fields).map(([name, field]) => [name, plain(field)]));
  return { kind: record.kind, path: record.at.path, line: record.at.line, name: record.name, fields };
}

/** The value of a field, null when it is absent, a placeholder or unreadable. */
function plain(field: Field | undefined): string | number | boolean | string[] | null {
  if (field?.state !== 'value') return null;
  return typeof field.value === 'object' ? [...field.value] : field.value;
}
