import type { EvidenceKind, EvidenceRecord, Field } from '../../model/evidence.ts';
import type { Fit } from './columns.ts';
import type { Context } from './context.ts';
import { FieldReader } from './fields.ts';
import type { HeadingSpelling } from './headings.ts';
import type { Table, TableRow } from './table.ts';
import { holdsPhrase, normaliseHeading, wordsOfCell, wordsOfFile } from './words.ts';

/** An id that a company gave out, such as `HL-0012`; anything freer might be somebody's name. */
const GIVEN_ID = /^[A-Za-z]{0,6}[-_ .]?\d[\w.-]{0,15}$/;

/** Reads every row of a table as a record of the kind that fits. */
export function readRecords(table: Table, fit: Fit, context: Context): EvidenceRecord[] {
  const reader = new FieldReader(table, fit, context);
  const kind = fit.kind.kind as EvidenceKind;
  return table.rows.map((row): EvidenceRecord => {
    const fields = reader.read(row);
    if (kind === 'agreement') completeAgreement(fields, reader, table, fit, row);
    joinNames(fields);
    return { kind, name: nameOf(kind, fields, row, context.lexicon.spelling), at: row.at, fields };
  });
}

/** The text of a field that holds a value, else null. */
export function valueText(field: Field | undefined): string | null {
  return field?.state === 'value' ? field.text : null;
}

/** A word of a rating (`High`) names nothing: then the id does. */
function nameOf(kind: EvidenceKind, fields: Readonly<Record<string, Field | undefined>>, row: TableRow, spelling: HeadingSpelling): string {
  const id = valueText(fields.id);
  const name = valueText(fields.name);
  const nameless = `row ${row.at.line}`;
  if (kind !== 'person') {
    const isRating = name !== null && spelling.isLevel(name);
    return (isRating ? id : name) ?? id ?? valueText(fields.control) ?? nameless;
  }
  if (id !== null && GIVEN_ID.test(id)) return id;
  const key = valueText(fields.email)?.split('@')[0] ?? id;
  return key ? `person-${shortHash(key.toLowerCase())}` : `${nameless} of ${row.at.path}`;
}

/** FNV-1a, 32 bits: short and stable; it only keeps names out of reports that people pass on. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** Two columns of a name become one, as training exports write it: `First Last`. */
function joinNames(fields: Record<string, Field | undefined>): void {
  const [first, last] = [fields['first-name'], fields['last-name']];
  if (!last || fields['person-name']) return;
  const text = [valueText(first), valueText(last)].filter((part) => part !== null).join(' ');
  if (text) fields['person-name'] = { state: 'value', value: text, text, at: first?.at ?? last.at };
}

/**
 * What a register of agreements leaves unsaid: a date beside the status word is the signing date; a register without a
 * status column speaks by its signing date; the direction follows from who is named (a customer or a vendor).
 */
function completeAgreement(fields: Record<string, Field | undefined>, reader: FieldReader, table: Table, fit: Fit, row: TableRow): void {
  const { status, signed } = fields;
  const dateName =
    status?.state === 'value' ? ({ executed: 'signed', expired: 'expires' } as Record<string, string>)[String(status.value)] : undefined;
  if (status?.state === 'value' && dateName && fields[dateName]?.state !== 'value') {
    const date = reader.dateBeside(status, dateName, dateName);
    if (date) fields[dateName] = date;
  }
  if (!fit.columns.has('status') && signed) {
    const word = fit.kind.fields.get('status')?.spellings.get(wordsOfCell(signed.text));
    if (signed.state === 'value') fields.status = { ...signed, value: 'executed' };
    else if (word !== undefined) fields.status = { state: 'value', value: word, text: signed.text, at: signed.at };
  }
  if (fields.direction?.state !== 'value') {
    const source = table.header[fit.columns.get('name') ?? -1];
    fields.direction = { state: 'value', value: directionOf(fit, table, source?.text ?? ''), text: source?.text ?? table.key, at: row.at };
  }
}

function directionOf(fit: Fit, table: Table, heading: string): string {
  const spellings = fit.kind.fields.get('direction')?.spellings;
  const named = spellings?.get(normaliseHeading(heading)) ?? spellings?.get(normaliseHeading(table.key));
  if (named) return named;
  const file = wordsOfFile(table.path);
  const [, word] = [...(spellings ?? [])].find(([phrase]) => holdsPhrase(file, phrase)) ?? [];
  return word ?? 'downstream';
}
