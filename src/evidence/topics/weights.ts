import type { Section } from '../policies/document.ts';
import { type Weight, weigh } from './grammar.ts';

/** The weight of every section, in order: its own heading's, and "nothing" below a heading that covers nothing. */
export function weighSections(sections: readonly Section[]): readonly Weight[] {
  // Every heading is asked for again by the sections below it.
  const known = new Map<string, Weight>();
  const remembered = (heading: string): Weight => {
    const weight = known.get(heading) ?? weigh(heading);
    known.set(heading, weight);
    return weight;
  };
  return sections.map((section) => weightOf(section, remembered));
}

function weightOf({ heading, path, level }: Section, weightAt: (heading: string) => Weight): Weight {
  if (path.some((above) => weightAt(above) === 'nothing')) return 'nothing';
  if (level > 1 && path.slice(1).some((above) => weightAt(above) === 'announcing')) return 'announcing';
  return level > 1 || weightAt(heading) === 'nothing' ? weightAt(heading) : 'full';
}
