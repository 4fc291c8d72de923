const LF = 10;
const CR = 13;

/** Line ends in text[from, to): `\n`, `\r\n` and a lone `\r` are one each. */
export function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) lines += 1;
  }
  return lines;
}

/** Where the line of an offset begins, not before `from`. */
export function lineStart(text: string, from: number, offset: number): number {
  for (let at = offset; at > from; at -= 1) {
    const before = text.charCodeAt(at - 1);
    if (before === LF || before === CR) return at;
  }
  return from;
}

/** A blank beside a cell's text: space, tab or no-break space. */
export function isSpace(code: number | undefined): boolean {
  return code === 32 || code === 9 || code === 160;
}
