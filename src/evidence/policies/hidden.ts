import { Parser } from 'htmlparser2';

const INVISIBLE =
  /(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?:font-size|opacity)\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:;|!|$))/i;
/** Worth a closer look. */
const MAY_HIDE = /hidden|style|^<template/i;
/** A block of Markdown ends these by itself, so they hide nothing beyond it. */
const ENDS_WITH_BLOCK = /^(?:p|li|dt|dd|t[rdh]|h[1-6]|script|style|pre|svg|math|iframe|noscript|head|title|textarea)$/;
/** No page nests hidden elements deeper; names longer than any that exist are not followed either. */
const DEEPEST = 50;
const LONGEST_NAME = 30;

type Attributes = Readonly<Record<string, string>>;

/** True when a browser shows no reader what an element holds. */
export function isHidden(name: string, attributes: Attributes): boolean {
  if (name === 'template' || Object.hasOwn(attributes, 'hidden')) return true;
  return attributes['aria-hidden']?.trim().toLowerCase() === 'true' || INVISIBLE.test(attributes.style ?? '');
}

/** Where the element ends whose opening tag, hidden or not, is `tag`, ending at `from` in a text; -1 when the tag hides nothing. */
export function hiddenEnd(text: string, tag: string, from: number): number {
  if (!MAY_HIDE.test(tag)) return -1;
  let name = '';
  const parser = new Parser({
    onopentag: (opened, attributes) => {
      if (isHidden(opened, attributes)) name = opened;
    },
  });
  parser.end(tag);
  return name === '' ? -1 : elementEnd(text, name, from);
}

function elementEnd(text: string, name: string, from: number): number {
  const tags = new RegExp(`<(/?)${name}(?=[\\s/>])[^<>]{0,2000}>`, 'gi');
  tags.lastIndex = from;
  let depth = 1;
  for (let tag = tags.exec(text); tag; tag = tags.exec(text)) {
    depth += tag[1] ? -1 : 1;
    if (depth === 0) return tags.lastIndex;
  }
  return text.length;
}

/** The open elements of which nothing is read, from the outermost one on. */
export class SilentElements {
  readonly #names: string[] = [];
  #isHidden = false;

  get isSilent(): boolean {
    return this.#names.length > 0;
  }

  /** An element opens. `starts`: it is one that silences its text; what opens within a silent one is followed anyway. */
  open(name: string, starts: { readonly silent: boolean; readonly hidden: boolean }): void {
    if (!this.isSilent) this.#isHidden = starts.hidden;
    if (this.isSilent || starts.silent || starts.hidden) this.#names.push(name);
  }

  close(name: string): void {
    const at = this.#names.lastIndexOf(name);
    if (at >= 0) this.#names.length = at;
  }

  /** What goes on hiding text after the end of a run of HTML. */
  carried(): readonly string[] {
    const [first] = this.#names;
    if (!this.#isHidden || first === undefined || ENDS_WITH_BLOCK.test(first)) return [];
    return this.#names.filter((name) => name.length <= LONGEST_NAME && !ENDS_WITH_BLOCK.test(name)).slice(0, DEEPEST);
  }
}
