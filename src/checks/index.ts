import type { Check } from './check.ts';
import { dateNotPast } from './date-not-past.ts';
import { dateWithin } from './date-within.ts';
import { datesOrdered } from './dates-ordered.ts';
import { eachLinked } from './each-linked.ts';
import { executed } from './executed.ts';
import { fieldPresent } from './field-present.ts';
import { inForce } from './in-force.ts';
import { policyCovers } from './policy-covers.ts';
import { readingProblems } from './reading-problems.ts';
import { recordExists } from './record-exists.ts';
import { topicImpliesTopic } from './topic-implies-topic.ts';
import { trainingKnown } from './training-known.ts';
import { trainingShown } from './training-shown.ts';
import { waiverCurrent } from './waiver-current.ts';

/** A check whose options were validated by its own schema when the rule was loaded. */
type AnyCheck = Check<unknown>;

const erase = <Options>(check: Check<Options>): AnyCheck => check as unknown as AnyCheck;

/** Every kind of check, by the name that rules use. */
export const CHECKS: ReadonlyMap<string, AnyCheck> = new Map(
  [
    erase(policyCovers),
    erase(topicImpliesTopic),
    erase(recordExists),
    erase(fieldPresent),
    erase(dateWithin),
    erase(dateNotPast),
    erase(datesOrdered),
    erase(eachLinked),
    erase(executed),
    erase(trainingShown),
    erase(trainingKnown),
    erase(inForce),
    erase(waiverCurrent),
    erase(readingProblems),
  ].map((check) => [check.name, check]),
);
