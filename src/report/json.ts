import type { EvidenceRecord, Policy } from '../model/evidence.ts';
import type { Report } from '../model/report.ts';

/** The report as JSON, schema 1. Everything else that is printed comes from the same data. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(toJson(report), null, 2)}\n`;
}

/** The plain object behind `renderJson`. */
export function toJson(report: Report): unknown {
  return {
    schema: 1,
    tool: { name: 'cleanbill', version: report.version },
    asOf: report.asOf,
    commit: report.commit,
    config: report.configPath,
    files: report.files,
    evidence: [...report.policies.map(policyJson), ...report.records.map(recordJson)],
    registers: report.registers,
    findings: report.findings.map(({ at, ...finding }) => ({
      ...finding, path: at?.path ?? null, line: at?.line ?? null, column: at?.column ?? null, endLine: at?.endLine ?? at?.line ?? null,
    })),
    frameworks: report.frameworks,
    lapses: report.lapses,
    gate: report.gate,
  };
}

function policyJson(policy: Policy): unknown {
  return { ...recordJson(policy), title: policy.name, role: policy.role, topics: policy.topics };
}

function recordJson(record: EvidenceRecord): Record<string, unknown> {
  const fields = Object.entries(record.fields).map(([name, field]) => [name, field?.state === 'value' ? field.value : null]);
  return { kind: record.kind, path: record.at.path, line: record.at.line, name: record.name, ...Object.fromEntries(fields) };
}
