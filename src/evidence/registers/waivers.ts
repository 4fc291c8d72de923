import type { CalendarDate } from '../../calendar.ts';
import type { Field } from '../../model/evidence.ts';
import type { Waiver } from '../../model/report.ts';
import { fitKind } from './columns.ts';
import type { Context } from './context.ts';
import { FieldReader } from './fields.ts';
import { valueText } from './records.ts';
import type { Table } from './table.ts';

const REQUIRED = ['target', 'reason', 'owner', 'approver', 'expires'];
/** What may be left out or blank: then a waiver holds from the start, and for every subject. */
const OPTIONAL = ['created', 'subject'];
const BLANK = /^[\s–—-]*$/;

/**
 * Reads the waivers of a table. One that lacks its target, reason, owner, approver or expiry is a problem and is not used;
 * so is one whose start or subject is stated and cannot be read: it would hold longer or for more than was granted.
 */
export function readWaivers(table: Table, context: Context): Waiver[] {
  const { lexicon, problems } = context;
  const kind = lexicon.kinds.find((k) => k.kind === 'waiver');
  if (!kind) return [];
  const fit = fitKind(
    lexicon,
    kind,
    table.header.map((h) => h.text),
    { keyColumn: table.keyColumn },
  );
  const absent = REQUIRED.filter((field) => !fit.columns.has(field));
  if (absent.length > 0) {
    const at = table.header[0]?.at ?? { path: table.path, line: 1, column: 1 };
    problems.add(
      'missing-column',
      `these waivers have no ${absent.join(', ')}; every waiver needs ${REQUIRED.join(', ')} and is not used without`,
      at,
    );
    return [];
  }
  const reader = new FieldReader(table, fit, context);
  return table.rows.flatMap((row) => {
    const fields = reader.read(row);
    const lacking = [
      ...REQUIRED.filter((field) => fields[field]?.state !== 'value'),
      ...OPTIONAL.filter((field) => isUnread(fields[field])),
    ];
    if (lacking.length > 0) {
      const at = fields[lacking[0] ?? '']?.at ?? row.at;
      problems.add(
        'unknown-value',
        `this waiver has no ${lacking.join(', ')} that can be read; it is not used until ${lacking.length > 1 ? 'they are' : 'it is'} filled in`,
        at,
      );
      return [];
    }
    return [
      {
        target: valueText(fields.target) ?? '',
        subject: valueText(fields.subject),
        reason: valueText(fields.reason) ?? '',
        owner: valueText(fields.owner) ?? '',
        approver: valueText(fields.approver) ?? '',
        created: dateOfField(fields.created),
        expires: dateOfField(fields.expires) as CalendarDate,
        at: row.at,
      },
    ];
  });
}

/** Stated, and not to be understood: `created: TBD`. */
function isUnread(field: Field | undefined): boolean {
  return field !== undefined && field.state !== 'value' && !BLANK.test(field.text);
}

function dateOfField(field: Field | undefined): CalendarDate | null {
  return field?.state === 'value' ? (field.value as CalendarDate) : null;
}
