import { debug, info, setFailed, setOutput, warning } from '@actions/core';
import { forLog } from '../report/escape.ts';

/** One line of the log. The toolkit prints such lines as they are, so they are made safe here. */
export function log(text: string): void {
  info(forLog(text));
}

/** One line that shows only when the run is repeated with debug logging. */
export function whisper(text: string): void {
  debug(forLog(text));
}

/** The verdict as the last annotation: the step fails, or with `warnOnly` goes on with a warning. */
export function verdict(lines: readonly string[], warnOnly: boolean): void {
  const text = lines.map((line) => forLog(line)).join('\n');
  if (warnOnly) warning(text, { title: 'Cleanbill' });
  else setFailed(text);
}

/** The outputs of the step, through the file that the runner gives. */
export function output(values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) setOutput(name, value);
}
