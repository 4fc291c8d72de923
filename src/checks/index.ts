import type { Check } from './check.ts';
import { policyCovers } from './policy-covers.ts';

/** A check whose options were validated by its own schema when the rule was loaded. */
type AnyCheck = Check<unknown>;

const erase = <Options>(check: Check<Options>): AnyCheck => check as unknown as AnyCheck;

/** Every kind of check, by the name that rules use. */
export const CHECKS: ReadonlyMap<string, AnyCheck> = new Map(
  [erase(policyCovers)].map((check) => [check.name, check]),
);
