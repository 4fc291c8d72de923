/** Words that stand for a value nobody has filled in yet. */
const WORDS =
  /^(?:to ?do|tbd|tbc|tba|fixme|n\/?a|n\.a\.?|none|null|nil|unknown|undefined|unassigned|not (?:yet )?(?:assigned|set|approved|applicable|available|defined|determined)|pending(?: .{0,40})?|awaiting .{1,40}|to be (?:determined|completed|confirmed|assigned|defined|announced|decided|filled.{0,10}|approved|added)|x{2,}|\?+|(?:insert|enter|fill in|add|type) .{1,60}|(?:your|company|approver|owner)(?:'s)? (?:name|title|role)(?: here)?|name|title|role|date|signature|placeholder|first ?name last ?name|name (?:and|or|&|\/) (?:title|role))$/i;
/** Date patterns to be typed over, such as YYYY-MM-DD or XX/XX/20XX. */
const DATE_PATTERN = /^[ymdx0-9]{1,5}([-/. ])[ymdx0-9]{1,5}(?:\1[ymdx0-9]{1,5})?$/i;
const HOLE =
  /\{\{|\}\}|\$\{|<%|%>|%[A-Z_]{2,40}%|_{3,}|\.{4,}|\[(?:to ?do|tbd|insert|enter|your|name|date|title|role|company|organi[sz]ation|approver|owner|fill|pending|xx|x\.|ceo|ciso)[^\]]*\]/i;

/**
 * True when a field was left to be filled in: blank, dashes, `[TODO]`, `{{…}}`, `<name>`, `TBD`, `___`, `[CEO/Management]`,
 * `N/A`, `YYYY-MM-DD`. A value with such a hole in it counts as not filled in, too.
 */
export function isPlaceholder(text: string): boolean {
  const value = text.trim();
  if (value.length > 400) return false;
  if (!/[\p{L}\p{N}]/u.test(value)) return true;
  if (isWrapped(value) || HOLE.test(value)) return true;
  const bare = value.replace(/^[\s"'(]+|[\s"').:;!]+$/g, '');
  return WORDS.test(bare) || (/[ymdx]{2}/i.test(bare) && DATE_PATTERN.test(bare));
}

/** The whole value is one bracketed remark: `[CEO/Management]`, `<name>`, `{owner}`, `$OWNER$`, `%OWNER%`. */
function isWrapped(value: string): boolean {
  const first = value[0] ?? '';
  const close = { '[': ']', '<': '>', '{': '}', $: '$', '%': '%' }[first];
  return close !== undefined && value.length > 1 && value.endsWith(close) && !value.slice(1, -1).includes(first);
}
