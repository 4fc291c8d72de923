import MarkdownIt from 'markdown-it';
import { hiddenEnd } from './hidden.ts';
import { destinationEnd, LONGEST_LINK } from './link-destination.ts';

const { normalizeReference, unescapeAll } = new MarkdownIt().utils;
/** Any character that can begin inline markup; text without one is already plain. */
const MARKUP = /[\\`*_~<[\]!&{]/;
const PLAIN = /[^\\`*_~<[\]!&{]+/y;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
const WORD = /[\p{L}\p{N}]/u;
const SPACE = /\s/;
const ENTITY = /&(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,31});/iy;
const AUTOLINK = /<((?:https?|mailto|ftp):[^<>\s]{1,2000}|[\w.+-]{1,100}@[\w.-]{1,200})>/y;
/** Only tags that HTML has: `<name>` in running text is something to be filled in, and must stay readable. */
const TAG =
  /<\/?(?:a|abbr|b|big|blockquote|br|center|cite|code|del|details|div|em|font|h[1-6]|hr|i|img|input|ins|kbd|label|li|mark|ol|p|pre|q|s|small|span|strike|strong|sub|summary|sup|table|tbody|td|template|th|thead|time|tr|tt|u|ul)(?:[\s/][^<>]{0,2000})?>/iy;
const BREAK = /^<br/i;
const ATTRIBUTES = /\{[:#.][^{}\n]{0,200}\}/y;
/** Names of link references the document defines, as markdown-it normalises them. */
export type References = Readonly<Record<string, unknown>>;

/** Marks a `<br>` in plain text. Line breaks of the source stay `\n`, so that lines can be counted. */
export const HARD_BREAK = '\u2028';

/**
 * The text of an inline run without its markup: links, emphasis, code spans, tags, comments, entities and escapes are
 * resolved; images and struck-out text are dropped. Every line break of the source is kept. Linear in the length.
 */
export function plainText(raw: string, references: References = {}): string {
  return MARKUP.test(raw) ? new Stripper(raw, references).strip() : raw;
}

class Stripper {
  readonly #raw: string;
  readonly #references: References;
  readonly #out: string[] = [];
  /** Places in `out` where a `[` stands that may open a link. */
  readonly #brackets: number[] = [];
  /** Closers that are known not to follow any more, so that hostile input is not searched again and again. */
  readonly #absent = new Set<string>();
  #pos = 0;

  constructor(raw: string, references: References) {
    this.#raw = raw;
    this.#references = references;
  }

  strip(): string {
    const raw = this.#raw;
    while (this.#pos < raw.length) {
      const plain = this.#sticky(PLAIN);
      if (plain) this.#emit(plain[0], PLAIN.lastIndex);
      else this.#markup(raw[this.#pos] ?? '');
    }
    return this.#out.join('');
  }

  #emit(text: string, next: number): void {
    if (text) this.#out.push(text);
    this.#pos = next;
  }

  /** Drops the source up to `next`, keeping its line breaks. */
  #drop(next: number): void {
    const breaks = this.#raw.slice(this.#pos, next).replace(/[^\n]+/g, '');
    this.#emit(breaks, next);
  }

  #markup(char: string): void {
    if (char === '\\') this.#escape();
    else if (char === '`') this.#code();
    else if (char === '*' || char === '_') this.#emphasis(char);
    else if (char === '~') this.#struck();
    else if (char === '<') this.#tag();
    else if (char === '&') this.#entity();
    else if (char === '[' || char === ']' || char === '!') this.#link(char);
    else if (this.#sticky(ATTRIBUTES)) this.#drop(ATTRIBUTES.lastIndex);
    else this.#emit(char, this.#pos + 1);
  }

  #sticky(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#pos;
    return pattern.exec(this.#raw);
  }

  /** Index of `closer` from `from` on, or -1; an absent one is searched for only once. */
  #find(closer: string, from: number): number {
    if (this.#absent.has(closer)) return -1;
    const found = this.#raw.indexOf(closer, from);
    if (found < 0) this.#absent.add(closer);
    return found;
  }

  #escape(): void {
    const next = this.#raw[this.#pos + 1] ?? '';
    // A backslash at the end of a line is a line break.
    if (next === '\n' || next === '') this.#emit('', this.#pos + 1);
    else if (PUNCTUATION.test(next)) this.#emit(next, this.#pos + 2);
    else this.#emit('\\', this.#pos + 1);
  }

  #run(char: string): number {
    let end = this.#pos;
    while (this.#raw[end] === char) end += 1;
    return end - this.#pos;
  }

  #code(): void {
    const ticks = '`'.repeat(this.#run('`'));
    const start = this.#pos + ticks.length;
    const end = this.#find(ticks, start);
    if (end < 0) this.#emit('', start);
    else this.#emit(this.#raw.slice(start, end), end + ticks.length);
  }

  /** Asterisks and underscores that touch a word are markup; free-standing ones and fill-in lines (`___`) are text. */
  #emphasis(char: string): void {
    const length = this.#run(char);
    const end = this.#pos + length;
    const before = this.#raw[this.#pos - 1] ?? ' ';
    const after = this.#raw[end] ?? ' ';
    const free = SPACE.test(before) && SPACE.test(after);
    const inWord = char === '_' && (length > 2 || (WORD.test(before) && WORD.test(after)));
    this.#emit(free || inWord ? this.#raw.slice(this.#pos, end) : '', end);
  }

  #struck(): void {
    const length = this.#run('~');
    const end = length === 2 ? this.#find('~~', this.#pos + 2) : -1;
    if (end < 0) this.#emit('~'.repeat(length), this.#pos + length);
    else this.#drop(end + 2);
  }

  #tag(): void {
    const comment = this.#raw.startsWith('<!--', this.#pos) ? this.#find('-->', this.#pos + 4) : -1;
    const link = this.#sticky(AUTOLINK);
    const tag = this.#sticky(TAG);
    if (comment >= 0) this.#drop(comment + 3);
    else if (link) this.#emit(link[1] ?? '', this.#pos + link[0].length);
    else if (tag) {
      if (BREAK.test(tag[0])) this.#out.push(HARD_BREAK);
      const end = this.#pos + tag[0].length;
      this.#drop(Math.max(end, hiddenEnd(this.#raw, tag[0], end)));
    } else this.#emit('<', this.#pos + 1);
  }

  #entity(): void {
    const entity = this.#sticky(ENTITY);
    if (entity) this.#emit(unescapeAll(entity[0]).replaceAll('\u00a0', ' '), ENTITY.lastIndex);
    else this.#emit('&', this.#pos + 1);
  }

  #link(char: string): void {
    const image = char === '!' && this.#raw[this.#pos + 1] === '[';
    if (char === '[' || image) {
      this.#brackets.push(this.#out.length);
      this.#emit(image ? '![' : '[', this.#pos + (image ? 2 : 1));
    } else if (char === ']') this.#closeBracket();
    else this.#emit('!', this.#pos + 1);
  }

  #closeBracket(): void {
    const open = this.#brackets.pop();
    const end = open === undefined ? -1 : this.#linkEnd(open);
    if (open === undefined || end < 0) this.#emit(']', this.#pos + 1);
    else {
      // Images and footnote marks are dropped, of links the text stays.
      const isMark = this.#out.length === open + 2 && /^\^\w{1,20}$/.test(this.#out[open + 1] ?? '');
      if (this.#out[open] === '![' || isMark) this.#out.length = open;
      else this.#out[open] = '';
      this.#drop(end);
    }
  }

  /** Where the link ends whose text began at `open` in `out` and whose `]` is the current character; -1 for no link. */
  #linkEnd(open: number): number {
    const next = this.#raw[this.#pos + 1];
    if (next === '(') return this.#find(')', this.#pos + 2) < 0 ? -1 : destinationEnd(this.#raw, this.#pos + 2);
    // A span of Pandoc's: `[text]{.underline}`.
    if (next === '{' && '.#:'.includes(this.#raw[this.#pos + 2] ?? ' ')) return this.#pos + 1;
    if (next === '[') {
      const end = this.#raw.slice(this.#pos + 2, this.#pos + LONGEST_LINK).indexOf(']');
      if (end >= 0) return this.#pos + 3 + end;
    }
    const text = this.#out.length - open < 20 ? this.#out.slice(open + 1).join('') : '';
    const known = text !== '' && Object.hasOwn(this.#references, normalizeReference(text));
    return known || /^\^\w{1,20}$/.test(text) ? this.#pos + 1 : -1;
  }
}
