/**
 * The one place where text of the scanned repository is made safe to print. A log line is an interface: the runner
 * reads commands from it in two grammars, `::name::` at its start and the older `##[name]` anywhere in it, and Markdown
 * on GitHub pings people, links and embeds. Everything that is printed goes through one of these functions.
 */

/** Most characters of one field in a log line, in a Markdown cell and in an annotation. */
const LOG_LENGTH = 1_000;
const MARKDOWN_LENGTH = 400;

/** Whatever ends a line for some reader. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]/gu;
/**
 * Whatever a reader cannot see: control and format characters (bidi, zero width, byte order mark), unassigned and
 * private ones, lone surrogates. The runner looks for its commands with culture-aware comparison, which skips many of
 * them; so they are replaced by a visible mark and not removed.
 */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** The text on one line, with nothing in it that cannot be seen, cut to a number of characters. */
export function visible(text: string, length = Number.POSITIVE_INFINITY): string {
  const head = text.length > length * 2 ? text.slice(0, length * 2 + 2) : text;
  const shown = head.replace(BREAKS, ' ').replace(UNSEEN, '\ufffd');
  if (shown.length <= length) return shown;
  const characters = Array.from(shown);
  return characters.length <= length ? shown : `${characters.slice(0, Math.max(0, length - 1)).join('')}…`;
}

/** Stops the older kind of command; a page may be printed to a log, too. */
function breakCommands(text: string): string {
  return text.replaceAll('##[', '## [');
}

/** Text for a terminal or a log that a continuous-integration runner may read: no control sequence, no command. */
export function forTerminal(text: string, length?: number): string {
  return visible(text, length)
    .replaceAll('##[', '## [')
    .replace(/^\s*::/u, (start) => start.replace('::', ': :'));
}

/** One line of the Action's log, at most 1,000 characters. */
export function forLog(text: string, length = LOG_LENGTH): string {
  return forTerminal(text, length);
}

/**
 * What GitHub makes alive even after entities are decoded: `@name`, `a@b.c`, `#1`, `GH-1`, `:emoji:`, `scheme://`,
 * `www.`. An unseen space stops each. A `#` behind `&` belongs to an entity that forMarkdown wrote itself.
 */
const LIVE = /@|(?<!&)#|:(?=\S)|\bwww(?=\.)|\bGH-(?=\d)/giu;

/** Untrusted text as plain Markdown on one line: shown as it is written, without a link, ping, image, emoji or tag. */
export function forMarkdown(text: string, length = MARKDOWN_LENGTH): string {
  const escaped = visible(text, length)
    .trim()
    .replace(/[&<`*_~[\]\\|$]/g, (mark) => `&#${mark.charCodeAt(0)};`);
  return escaped.replace(LIVE, (mark) => (mark === '@' ? '\u200b@\u200b' : `${mark}\u200b`));
}

/**
 * Untrusted text as a code span, delimited by one backtick more than its longest run of them. With a pipe in it, which
 * the dialects read differently inside tables, it becomes plain text.
 */
export function codeSpan(text: string, length = MARKDOWN_LENGTH): string {
  const shown = breakCommands(visible(text, length)).trim();
  if (shown === '' || shown.includes('|')) return forMarkdown(shown || '(empty)');
  const longest = (shown.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = '`'.repeat(longest + 1);
  const pad = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** A path below a base address of our own, each part encoded; null where the path holds what cannot be seen. */
export function addressOf(base: string, path: string, line: number): string | null {
  if (visible(path) !== path) return null;
  const encoded = path
    .split('/')
    .map((part) => encodeURIComponent(part).replace(/[!'()*~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`));
  return `${base}/${encoded.join('/')}#L${line}`;
}
