/**
 * How the runner of GitHub Actions reads the output of a step: a port of the grammar and limits of actions/runner
 * (src/Runner.Common/ActionCommand.cs, src/Runner.Worker/ActionCommandManager.cs, ExecutionContext.cs,
 * FileCommandManager.cs), written anew.
 */
export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

export interface Decoded {
  /** Commands that were carried out, in order. */
  readonly commands: Command[];
  /** Lines that were only shown. */
  readonly lines: string[];
}

const REGISTERED = new Set([
  'set-env',
  'set-output',
  'save-state',
  'add-mask',
  'add-path',
  'add-matcher',
  'remove-matcher',
  'debug',
  'warning',
  'error',
  'notice',
  'group',
  'endgroup',
  'echo',
  'stop-commands',
]);

/** What culture-aware comparison passes over: a command may be hidden among such characters. */
const IGNORABLE = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

const unescapeData = (text: string): string => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
const unescapeProperty = (text: string): string =>
  text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%');
const unescapeLegacy = (text: string): string =>
  text.replaceAll('%3B', ';').replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%5D', ']').replaceAll('%25', '%');

/** `::name key=value,key=value::data`, after blanks. */
function parseCurrent(line: string, registered: ReadonlySet<string>): Command | null {
  const text = line.trimStart();
  if (!text.startsWith('::')) return null;
  const end = text.indexOf('::', 2);
  return end < 0 ? null : command(text.slice(2, end), text.slice(end + 2), ',', registered, unescapeProperty, unescapeData);
}

/** `##[name key=value;key=value]data`, anywhere in the line. */
function parseLegacy(line: string, registered: ReadonlySet<string>): Command | null {
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  return end < 0 ? null : command(line.slice(start + 3, end), line.slice(end + 1), ';', registered, unescapeLegacy, unescapeLegacy);
}

function command(
  head: string,
  data: string,
  separator: string,
  registered: ReadonlySet<string>,
  property: (text: string) => string,
  rest: (text: string) => string,
): Command | null {
  const space = head.indexOf(' ');
  const name = (space < 0 ? head : head.slice(0, space)).toLowerCase();
  if (!registered.has(name)) return null;
  const pairs =
    space > 0
      ? head
          .slice(space + 1)
          .trim()
          .split(separator)
          .filter(Boolean)
      : [];
  const properties = pairs.flatMap((pair) => {
    // Split in two with empty entries removed: neither part keeps an equals sign at its start.
    const [, key, value] = /^=*([^=]+)=+(.+)$/s.exec(pair) ?? [];
    return key && value ? [[key, property(value)] as const] : [];
  });
  return { name, properties: Object.fromEntries(properties), data: rest(data) };
}

/** Everything one stream of a step says to the runner. Lines end at CR as well as at LF. */
export function decode(output: string): Decoded {
  const decoded: Decoded = { commands: [], lines: [] };
  const registered = new Set(REGISTERED);
  let stopped: string | null = null;
  for (const line of output.split(/\r\n|\r|\n/)) {
    const bare = line.replace(IGNORABLE, '');
    const found =
      parseCurrent(line, registered) ?? parseLegacy(line, registered) ?? parseCurrent(bare, registered) ?? parseLegacy(bare, registered);
    if (found === null || (stopped !== null && found.name !== stopped)) {
      if (line !== '') decoded.lines.push(line);
    } else if (stopped !== null) {
      registered.delete(stopped);
      stopped = null;
    } else {
      decoded.commands.push(found);
      if (found.name === 'stop-commands') {
        stopped = found.data.toLowerCase();
        registered.add(stopped);
      }
    }
  }
  return decoded;
}

/** What a person sees of the commands: the first ten of each level, messages cut at 4,096 UTF-16 units. */
export function shownAnnotations(commands: readonly Command[]): Command[] {
  const spent = new Map<string, number>();
  return commands
    .filter(({ name }) => {
      if (!['error', 'warning', 'notice'].includes(name)) return false;
      spent.set(name, (spent.get(name) ?? 0) + 1);
      return (spent.get(name) ?? 0) <= 10;
    })
    .map((shown) => ({ ...shown, data: shown.data.slice(0, 4_096) }));
}

/** The key-value file of a step (`GITHUB_OUTPUT`). Throws as the runner fails the step: no delimiter, no end. */
export function parseFileCommand(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] ?? '';
    if (line === '') continue;
    const heredoc = line.indexOf('<<');
    const equals = line.indexOf('=');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      values[line.slice(0, equals)] = line.slice(equals + 1);
    } else if (heredoc > 0 && heredoc < line.length - 2) {
      const end = lines.indexOf(line.slice(heredoc + 2), i + 1);
      if (end < 0) throw new Error(`no end of ${line}`);
      values[line.slice(0, heredoc)] = lines.slice(i + 1, end).join('\n');
      i = end;
    } else throw new Error(`invalid line: ${line}`);
  }
  return values;
}

/** The summary as the runner uploads it: nothing above 1 MiB. */
export function uploadedSummary(bytes: Buffer): string | null {
  return bytes.length > 1024 * 1024 ? null : bytes.toString('utf8');
}
