import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { annotationsOf } from '../../src/report/annotations.ts';
import { runScan } from '../../src/scan.ts';
import { startFakeApi } from '../github/fake-api.ts';
import { cleanUp, runStep, type StepResult } from '../github/runner.ts';
import { RULESET } from '../workspace.ts';
import { ATTACKS } from './text.ts';

const api = await startFakeApi();
beforeEach(() => {
  api.state.comments = [];
  api.state.log.length = 0;
});
afterAll(async () => {
  cleanUp();
  await api.close();
});

/** A pull request that holds these files; everything that leaves the machine ends in the fake. */
function pullRequest(files: Readonly<Record<string, string>>): Promise<StepResult> {
  return runStep({ files, event: 'pull_request', payload: 'pull_request', inputs: { token: 'a-token' }, env: { GITHUB_API_URL: api.url } });
}

/** What the Action says itself, besides the findings. */
const OWN_WORDS = /^(The gate fails:|The set-up is wrong:)/;

/** A folder name made of an attack: what a file system takes, and nothing that leads elsewhere. */
const nameOf = (attack: string): string => attack.replaceAll('/', '∕').replaceAll('\ud800', 'x').slice(0, 80);

describe('a pull request of a stranger', () => {
  const policy = (text: string): string =>
    `---\ntitle: ${JSON.stringify(text)}\nowner: ${JSON.stringify(text)}\nreviewed: ${JSON.stringify(text)}\n---\n# ${text}\n\n${text}\n`;
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const files = {
    ...Object.fromEntries(ATTACKS.map((attack, i) => [`policies/${i}-${nameOf(attack)}/${nameOf(attack)}.md`, policy(attack)])),
    'registers/vendors.yml': JSON.stringify({ vendors: ATTACKS.map((name) => ({ name, phi: 'yes', criticality: name, owner: name })) }),
    'registers/baa.csv': [
      'Vendor,Status,Signed,Expires',
      ...ATTACKS.map((name) => [name, name, name, '2020-01-01'].map(quoted).join(',')),
    ].join('\n'),
    'registers/broken\r::error::name.yml': 'vendors:\n  - name: "\r::error::broken\n',
  };

  it('makes the runner do and show nothing but what was found', async () => {
    const result = await pullRequest(files);
    const { report } = runScan({ directory: result.workspace, config: null, frameworks: null, asOf: '2026-11-21' }, RULESET);
    const intended = annotationsOf(report, new Set(), { folder: '', budget: { error: 9, warning: 9, notice: 9 } });
    const said = result.commands.filter((c) => !OWN_WORDS.test(c.data));
    expect(intended.length).toBeGreaterThan(0);
    expect(said).toEqual(
      intended.map(({ level, title, message, file, line }) => ({
        name: level,
        properties: { title, ...(file === null ? {} : { file, line: String(line) }) },
        data: message,
      })),
    );
    expect(result.stderr).toBe('');
    expect(result.lines.length).toBeLessThan(12);
  });

  it('pings nobody and links nowhere in the comment and the summary', async () => {
    const result = await pullRequest(files);
    const pages = [result.summary ?? '', ...api.state.comments.map((c) => c.body)];
    expect(pages).toHaveLength(2);
    for (const page of pages) {
      const prose = page.replace(/(`+)(?!`).*?[^`]\1(?!`)/g, '');
      expect(prose).not.toMatch(/@[\w-]|https?:\/\/evil|<img|www\.evil|javascript:|(?<!&)#\d/);
      expect(prose.match(/<!--/g)?.length ?? 0).toBe(page === result.summary ? 0 : 1);
    }
  });

  it('quotes a hostile configuration without harm', async () => {
    for (let i = 0; i < ATTACKS.length; i += 8) {
      const result = await pullRequest({
        'cleanbill.yml': ATTACKS.slice(i, i + 8)
          .map((attack) => `${JSON.stringify(attack)}: 1\n`)
          .join(''),
      });
      expect(result.commands.length).toBeGreaterThanOrEqual(2);
      expect(result.commands.filter((c) => c.name !== 'error')).toEqual([]);
      expect(result.lines).toEqual([]);
    }
  });
});

describe('personal data in the records', () => {
  /** Planted in every place that a roster or an export of a learning system has for it. */
  const CANARIES = ['Quentin Zanzibar', 'Zanzibar', 'q.zanzibar@clinic.example', '078-05-1120', '555-0142-7788', 'MRN-99417733'];
  const files = {
    'policies/training.md': '# Security Training Policy\n\nAll workforce members complete HIPAA training every year.\n',
    'people/roster.csv':
      'Employee ID,Name,Email,SSN,Start Date,Status\n17,Quentin Zanzibar,q.zanzibar@clinic.example,078-05-1120,2020-01-06,active\n',
    'people/roster.yml':
      'workforce:\n  - name: Quentin Zanzibar\n    email: q.zanzibar@clinic.example\n    hired: 2020-01-06\n    status: active\n',
    'people/lms-export.csv':
      'Learner,Email,Phone,Course Title,Completed On,Score\nQuentin Zanzibar,q.zanzibar@clinic.example,555-0142-7788,HIPAA Privacy and Security,31/31/2020,MRN-99417733\n' +
      'Quentin Zanzibar,q.zanzibar@clinic.example,555-0142-7788,HIPAA Privacy and Security\n',
    'people/training.yml':
      'training:\n  - person: Quentin Zanzibar\n    email: q.zanzibar@clinic.example\n    module: HIPAA\n    completed: never 078-05-1120\n',
    'people/broken-training.yml': 'training:\n  - person: "Quentin Zanzibar 078-05-1120\n  - {\n',
    'people/broken-training.json': '{"training": [{"person": "Quentin Zanzibar", "ssn": 078-05-1120}]}',
    'cleanbill.yml': 'gate: { hipaa: { strict: 100 } }\n',
  };

  it('appears in no log, annotation, summary, comment, output or report', async () => {
    const result = await pullRequest(files);
    expect(result.commands.filter((c) => c.data.includes('fault of Cleanbill'))).toEqual([]);
    expect(Object.keys(result.reports).sort()).toEqual(['cleanbill/cleanbill.json', 'cleanbill/cleanbill.md']);
    // The records are read as what they are, or the test would show nothing.
    expect(result.reports['cleanbill/cleanbill.json']).toMatch(/"kind": "person"[\s\S]*"kind": "training-record"/);
    const channels = {
      stdout: result.stdout,
      stderr: result.stderr,
      summary: result.summary ?? '',
      outputs: JSON.stringify(result.outputs),
      ...result.reports,
      calls: JSON.stringify(api.state.log),
    };
    const leaks = Object.entries(channels).flatMap(([channel, text]) =>
      CANARIES.filter((canary) => text.toLowerCase().includes(canary.toLowerCase())).map((canary) => `${canary} in ${channel}`),
    );
    expect(leaks).toEqual([]);
    expect(api.state.comments).toHaveLength(1);
  });
});
