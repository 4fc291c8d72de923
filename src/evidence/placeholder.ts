/** Words that stand for a value nobody has filled in yet. */
const WORDS =
  /^(?:to ?do|fixme|n\/?a|n\.a\.?|n a|none(?: yet| assigned)?|null|nil|unknown|undefined|unassigned|vacant|vacancy|open position|no ?(?:one|body)(?: yet)?|not (?:yet )?(?:assigned|set|approved|applicable|available|defined|determined|known|named|decided)|pending(?: .{0,40})?|awaiting .{1,40}|x{2,}|\?+|fill|insert|(?:insert|enter|fill in|add|type) .{1,60}|(?:your|company|approver|owner)(?:'s)? (?:name|title|role)(?: here)?|placeholder|first ?name last ?name|name (?:or|\/) (?:title|role))$/i;
/** The labels of a form, left where its values belong: `Name, date`. */
const LABELS = /^(?:name|title|role|date|signature)(?:(?:, ?| ?& ?| ?\/ ?| and )(?:name|title|role|date|signature)){0,3}$/i;
/** Words that stay a placeholder whatever is remarked after them: `TBD - Q3`, `TBC (CISO?)`, `vacant since May`. */
const BEGINNING =
  /^(?:(?:tbd|tbc|tba|todo|vacant|unassigned|to be (?:determined|completed|confirmed|assigned|defined|announced|decided|named|hired|filled|approved|added|appointed))(?![\p{L}\p{N}])|pending ?[-–—:;,(/])/iu;
/** Date patterns to be typed over, such as YYYY-MM-DD or XX/XX/20XX. */
const DATE_PATTERN = /^[ymdx0-9]{1,5}([-/. ])[ymdx0-9]{1,5}(?:\1[ymdx0-9]{1,5})?$/i;
const HOLE =
  /\{\{|\}\}|\$\{|<%|%>|%[A-Z_]{2,40}%|_{3,}|\.{4,}|\[(?:to ?do|tbd|insert|enter|your|name|date|title|role|company|organi[sz]ation|approver|owner|fill|pending|xx|x\.|ceo|ciso)[^\]]*\]/i;

/**
 * True when a field was left to be filled in: blank, dashes, `[TODO]`, `{{…}}`, `<name>`, `TBD`, `___`, `[CEO/Management]`,
 * `N/A`, `YYYY-MM-DD`, `TBD - Q3`. A value with such a hole in it counts as not filled in, too. A field that speaks fixed
 * words is asked for them first: `Pending approval` is a status.
 */
export function isPlaceholder(text: string): boolean {
  const value = text.trim();
  if (value.length > 400) return false;
  if (!/[\p{L}\p{N}]/u.test(value)) return true;
  if (isWrapped(value) || HOLE.test(value)) return true;
  const bare = value.replace(/^[\s"'(*~_]+|[\s"').:;!*~_]+$/g, '');
  return WORDS.test(bare) || LABELS.test(bare) || BEGINNING.test(bare) || (/[ymdx]{2}/i.test(bare) && DATE_PATTERN.test(bare));
}

/** The whole value is one bracketed remark: `[CEO/Management]`, `<name>`, `{owner}`, `$OWNER$`, `%OWNER%`. */
function isWrapped(value: string): boolean {
  const first = value[0] ?? '';
  const close = { '[': ']', '<': '>', '{': '}', $: '$', '%': '%' }[first];
  return close !== undefined && value.length > 1 && value.endsWith(close) && !value.slice(1, -1).includes(first);
}
