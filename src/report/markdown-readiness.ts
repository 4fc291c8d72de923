import { CONTROL_OUTCOMES } from '../model/outcome.ts';
import type { FrameworkReadiness, Readiness, Report } from '../model/report.ts';
import type { Block } from './budget.ts';
import { forMarkdown } from './escape.ts';
import { frameworkName, percent, tally } from './figures.ts';
import { remedyOf } from './gate-line.ts';

const VIOLATIONS_SHOWN = 50;

/** The verdict, every broken line of the gate and what would make it pass. */
export function verdictBlock(report: Report): Block {
  const { passed, violations } = report.gate;
  const rows = violations.slice(0, VIOLATIONS_SHOWN).map((violation) => {
    const remedy = remedyOf(violation, report);
    return `- ❌ ${forMarkdown(violation.message)}${remedy ? `. ${forMarkdown(remedy)}` : ''}\n`;
  });
  const more = violations.length - rows.length;
  const noBar =
    passed && report.gate.bars === 0
      ? 'The gate only asks that there is something to read; set a bar under `gate:` in `cleanbill.yml`.\n\n'
      : '';
  return {
    head: `## Cleanbill: ${verdictWords(report)}\n\n${noBar}`,
    rows,
    tail: `${more > 0 ? `- and ${more} more lines of the gate\n` : ''}${rows.length ? '\n' : ''}`,
    leftOut: (count) =>
      rows.length > count
        ? `- and ${count} more lines of the gate\n`
        : `## Cleanbill: ${passed ? verdictWords(report) : `❌ the gate fails on ${violations.length} lines`}\n\n`,
  };
}

/** A gate that no bar was set for has not been passed; the tally says what was found. */
function verdictWords({ gate, findings }: Report): string {
  if (!gate.passed) return '❌ the gate fails';
  return gate.bars > 0 ? '✅ the gate passes' : `no bar is set (${tally({ findings })})`;
}

const HEADINGS = ['strict', 'accepted', ...CONTROL_OUTCOMES.map((outcome) => outcome.replace('-', ' '))];
const headOf = (first: string): string => `| ${[first, ...HEADINGS].join(' | ')} |\n|:---|${'---:|'.repeat(HEADINGS.length)}\n`;

function rowOf(title: string, { strict, accepted, counts }: Readiness): string {
  const figures = [percent(strict), percent(accepted), ...CONTROL_OUTCOMES.map((outcome) => String(counts[outcome]))];
  return `| ${[forMarkdown(title), ...figures].join(' | ')} |\n`;
}

/** One line per framework: both figures and the number of controls by outcome. */
export function readinessBlock(report: Report): Block {
  const figures = report.frameworks.map((f) => ` ${forMarkdown(f.figure)}.`);
  const rows = report.frameworks.map((f) => rowOf(frameworkName(f), f.readiness));
  return {
    head: `### Readiness\n\n${headOf('Framework')}`,
    rows,
    tail: `\n*strict*: controls that current evidence proves; *accepted*: these and the controls under an unexpired waiver; both as a share of the applicable controls, rounded down.${figures.join('')}\n\n`,
    leftOut: (count) => `\n${count} frameworks are left out here.\n\n`,
  };
}

/** The sections of one framework, folded. */
export function sectionsBlock(framework: FrameworkReadiness): Block {
  return {
    head: `<details><summary>${forMarkdown(frameworkName(framework))} by section</summary>\n\n${headOf('Section')}`,
    rows: framework.sections.map((s) => rowOf(s.title, s.readiness)),
    tail: '\n</details>\n\n',
    leftOut: (count) => `\n${count} sections of ${forMarkdown(framework.title, 80)} are left out here.\n\n`,
  };
}
