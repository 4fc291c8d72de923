/**
 * The kind of a bug of ours and where it struck, such as `TypeError at cli.js:3:120 < cli.js:9:14`. Its message is left
 * out: it may quote a scanned file, and logs are read by more people than records are.
 */
export function placeOfFault(error: unknown): string {
  if (!(error instanceof Error)) return 'no error object';
  const frames = (error.stack ?? '').split('\n').flatMap((line) => /^ +at .*?([\w-]+\.js:\d+:\d+)\)?$/.exec(line)?.[1] ?? []);
  return `${error.name} at ${frames.slice(0, 4).join(' < ') || 'an unknown place'}`;
}
