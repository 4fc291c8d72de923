import { constants, readFileSync } from 'node:fs';

const REFUSE_LINKS = constants.O_RDONLY | constants.O_NOFOLLOW;

/** The decoded text of a file; refuses a link. */
export function readText(full: string): string {
  // Nearly every file is UTF-8, which Node decodes while it reads. What is not begins with a character that cannot be decoded.
  const text = readFileSync(full, { encoding: 'utf8', flag: REFUSE_LINKS });
  if (text.startsWith('\ufffd')) return decode(readFileSync(full, { flag: REFUSE_LINKS }));
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/** Text of bytes by their byte order mark, else UTF-8. */
export function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le');
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.toString('utf8', 3);
  return bytes.toString('utf8');
}

/** A file that ships with the program. */
export function readOwnFile(url: URL): string {
  return readFileSync(url, 'utf8');
}
