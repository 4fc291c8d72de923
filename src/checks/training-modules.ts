import * as z from 'zod';
import type { Config } from '../model/config.ts';
import type { EvidenceRecord } from '../model/evidence.ts';
import { textOf } from './records.ts';

export const moduleSchema = z.strictObject({
  name: z.string().min(1),
  /** A course counts for the module when its title holds one of these, without case. */
  matches: z.array(z.string().min(1)).min(1),
});
type DefaultModule = z.infer<typeof moduleSchema>;

/** One required module: who needs it and which course titles count for it. */
export interface RequiredModule {
  readonly name: string;
  /** True when the configuration names it: then a title that is nowhere is a gap, not a guess that went wrong. */
  readonly configured: boolean;
  /** Roles that need it, `all` among them where everyone does. */
  readonly roles: readonly string[];
  matches(title: string): boolean;
}

/** The modules that the configuration asks for; without any, the rule's own. */
export function requiredModules(
  config: Config['training'],
  defaults: readonly DefaultModule[],
  ignored: readonly string[],
): readonly RequiredModule[] {
  if (!config.modules.size) {
    return defaults.map(({ name, matches }) => ({
      name,
      configured: false,
      roles: [ALL],
      matches: (title) => matches.some((m) => title.toLowerCase().includes(m.toLowerCase())),
    }));
  }
  const roles = new Map<string, string[]>();
  for (const [role, names] of config.modules) {
    for (const name of names) roles.set(name, [...(roles.get(name) ?? []), role]);
  }
  return [...roles].map(([name, wanted]) => {
    const words = wordsOf(name).filter((w) => !ignored.includes(w));
    return {
      name,
      configured: true,
      roles: wanted,
      matches: (title) => holdsAll(wordsOf(title), words.length ? words : wordsOf(name)),
    };
  });
}

/** The word of the configuration for everyone. */
const ALL = 'all';

/** True when the person's role or type holds all words of a role; everyone is in the role `all`. */
export function isInRole(person: EvidenceRecord, role: string): boolean {
  if (role.toLowerCase() === ALL) return true;
  const held = wordsOf(`${textOf(person, 'role') ?? ''} ${textOf(person, 'type') ?? ''}`);
  return holdsAll(held, wordsOf(role));
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

function holdsAll(all: readonly string[], some: readonly string[]): boolean {
  return some.length > 0 && some.every((word) => all.includes(word));
}
