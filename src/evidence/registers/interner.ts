const FIRST_SLOTS = 1024;
/** Beyond this many slots the texts were chosen to collide; the rest goes to a Map, whose hash nobody can foresee. */
const LONGEST_PROBE = 64;

/**
 * Gives every distinct text a number, in order of appearance. Texts are kept and compared as code units: a million rows
 * name fifty thousand people, and cutting a string out of the file for every look-up costs more than all the rest.
 */
export class Interner {
  /** Number of distinct texts. */
  size = 0;
  #slots = new Int32Array(FIRST_SLOTS).fill(-1);
  #hashes = new Int32Array(FIRST_SLOTS);
  /** Text n stands at #ends[n] to #ends[n + 1] of #codes. */
  #ends = new Uint32Array(FIRST_SLOTS + 1);
  #codes = new Uint16Array(FIRST_SLOTS * 16);
  #scratch = new Uint16Array(256);
  readonly #crowded = new Map<string, number>();

  /** The number of a text. */
  id(text: string): number {
    if (text.length > this.#scratch.length) this.#scratch = new Uint16Array(text.length * 2);
    for (let at = 0; at < text.length; at += 1) this.#scratch[at] = text.charCodeAt(at);
    return this.idOfCodes(this.#scratch, 0, text.length);
  }

  /** The number of the text whose code units stand in `codes` from `start` to `end`. */
  idOfCodes(codes: Uint16Array, start: number, end: number): number {
    let hash = end - start;
    for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (codes[at] ?? 0), 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let probe = 0; probe < LONGEST_PROBE; probe += 1) {
      const id = this.#slots[slot] ?? -1;
      if (id < 0) return this.#add(slot, hash, codes, start, end);
      if (this.#hashes[id] === hash && this.#equals(id, codes, start, end)) return id;
      slot = (slot + 1) & mask;
    }
    return this.#crowdedId(hash, codes, start, end);
  }

  /** The text of a number. */
  text(id: number): string {
    return textOf(this.#codes, this.#ends[id] ?? 0, this.#ends[id + 1] ?? 0);
  }

  /** All texts by their numbers. */
  texts(): string[] {
    return Array.from({ length: this.size }, (_, id) => this.text(id));
  }

  #equals(id: number, codes: Uint16Array, start: number, end: number): boolean {
    const own = this.#codes;
    const from = this.#ends[id] ?? 0;
    const length = end - start;
    if ((this.#ends[id + 1] ?? 0) - from !== length) return false;
    for (let at = 0; at < length; at += 1) if (own[from + at] !== codes[start + at]) return false;
    return true;
  }

  #add(slot: number, hash: number, codes: Uint16Array, start: number, end: number): number {
    const id = this.#keep(hash, codes, start, end);
    this.#slots[slot] = id;
    if (this.size * 2 > this.#slots.length) this.#rehash();
    return id;
  }

  #crowdedId(hash: number, codes: Uint16Array, start: number, end: number): number {
    const text = textOf(codes, start, end);
    const known = this.#crowded.get(text);
    if (known !== undefined) return known;
    const id = this.#keep(hash, codes, start, end);
    this.#crowded.set(text, id);
    return id;
  }

  #keep(hash: number, codes: Uint16Array, start: number, end: number): number {
    const id = this.size;
    const from = this.#ends[id] ?? 0;
    const to = from + end - start;
    if (id + 2 > this.#hashes.length) {
      this.#hashes = grown(this.#hashes, new Int32Array(this.#hashes.length * 2));
      this.#ends = grown(this.#ends, new Uint32Array(this.#ends.length * 2));
    }
    if (to > this.#codes.length) this.#codes = grown(this.#codes, new Uint16Array(Math.max(this.#codes.length * 2, to)));
    this.#codes.set(codes.subarray(start, end), from);
    this.#hashes[id] = hash;
    this.#ends[id + 1] = to;
    this.size = id + 1;
    return id;
  }

  #rehash(): void {
    const mask = this.#slots.length * 4 - 1;
    const slots = new Int32Array(mask + 1).fill(-1);
    for (let id = 0; id < this.size; id += 1) {
      let slot = (this.#hashes[id] ?? 0) & mask;
      let probe = 0;
      for (; probe < LONGEST_PROBE && (slots[slot] ?? -1) >= 0; probe += 1) slot = (slot + 1) & mask;
      if (probe < LONGEST_PROBE) slots[slot] = id;
      else this.#crowded.set(this.text(id), id);
    }
    this.#slots = slots;
  }
}

/** Copies an array into a larger one. */
export function grown<T extends { set(source: T): void }>(from: T, to: T): T {
  to.set(from);
  return to;
}

function textOf(codes: Uint16Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at += 4096) text += String.fromCharCode(...codes.subarray(at, Math.min(end, at + 4096)));
  return text;
}
