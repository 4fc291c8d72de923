import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { annotate } from '../../src/github/annotate.ts';
import { log, verdict } from '../../src/github/say.ts';
import { annotationsOf } from '../../src/report/annotations.ts';
import { hostileText } from '../hostile/text.ts';
import { finding, report } from '../report/build.ts';
import { decode } from './runner-grammar.ts';

/** What a function prints, as one stream. */
function printed(print: () => void): string {
  const chunks: string[] = [];
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => chunks.push(String(chunk)) > 0);
  try {
    print();
  } finally {
    spy.mockRestore();
  }
  return chunks.join('');
}

afterEach(() => {
  process.exitCode = undefined;
});

describe('annotate', () => {
  it('is read by the runner as it is meant, whatever a finding holds', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, fc.constantFrom('error', 'warning', 'notice'), (a, b, c, severity) => {
        const at = { path: b, line: 3, column: 1 };
        const findings = [
          finding({ rule: a, message: b, remediation: c, at, also: [at], severity, controls: [c] }),
          finding({ at: null, message: a }),
        ];
        const intended = annotationsOf(report({ findings }), null);
        const { commands, lines } = decode(printed(() => annotate(intended)));
        expect(lines).toEqual([]);
        expect(commands).toEqual(
          intended.map(({ level, title, message, file, line }) => ({
            name: level,
            properties: { ...(title === '' ? {} : { title }), ...(file === null ? {} : { file, line: String(line) }) },
            data: message,
          })),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('log and verdict', () => {
  it('say nothing that the runner takes for a command of its own', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (a, b) => {
        const { commands, lines } = decode(
          printed(() => {
            log(a);
            log(`Read: ${b}`);
            verdict([a, b], true);
          }),
        );
        expect(commands.map((c) => c.name)).toEqual(['warning']);
        expect(commands[0]?.data.split('\n')).toHaveLength(2);
        expect(lines.length).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('fail the step, or warn', () => {
    expect(decode(printed(() => verdict(['The gate fails:', 'hipaa'], false))).commands).toEqual([
      { name: 'error', properties: {}, data: 'The gate fails:\nhipaa' },
    ]);
    expect(process.exitCode).toBe(1);
    process.exitCode = undefined;
    expect(decode(printed(() => verdict(['x'], true))).commands).toMatchObject([{ name: 'warning' }]);
    expect(process.exitCode).toBeUndefined();
  });
});
