import * as z from 'zod';
import type { Policy, TopicCoverage } from '../model/evidence.ts';
import { absent } from './absent.ts';
import type { Check, CheckResult } from './check.ts';
import { conditions, labelOf, meets, recordsOf } from './records.ts';

const options = z.strictObject({
  /** When a governing document covers one of these topics… */
  when: z.array(z.string()).min(1),
  /** …some governing document has to cover this one. */
  needs: z.string(),
  /** What the needed topic is called in messages. */
  called: z.string().min(1),
  /** Words of a title that mark the document a reader would look in first. */
  titles: z.array(z.string()).default([]),
  /** Share of the elements from which a part of the topic is left to a person; below it the topic is only touched. */
  share: z.number().min(0).max(1),
  /** A document that says so of itself is not in force: what it covers is for a person to judge. */
  unless: conditions.unless,
});
type Options = z.infer<typeof options>;
type Covering = { readonly policy: Policy; readonly coverage: TopicCoverage };

/** A document that sets out one thing calls for another: encrypted data is as safe as the keys are. */
export const topicImpliesTopic: Check<Options> = {
  name: 'topic-implies-topic',
  options,
  topics: (o) => [...o.when, o.needs],
  run(o, context) {
    const policies = recordsOf(context.evidence, 'policy') as readonly Policy[];
    if (!policies.length) return absent(context, 'policy', 'no written policy was found');
    const speaking = (topics: readonly string[]): Covering[] =>
      policies.flatMap((policy) => policy.topics.filter((t) => topics.includes(t.topic)).map((coverage) => ({ policy, coverage })));
    const cause = mainOf(
      o,
      speaking(o.when).filter((c) => c.coverage.degree === 'covered'),
    );
    const needed = speaking([o.needs]);
    const covered = needed.filter((c) => c.coverage.degree === 'covered' && meets(c.policy, { unless: o.unless }));
    if (covered.length) return covered.map((c) => result(o, 'pass', 'covered', `${labelOf(c.policy)} covers ${o.called}`, c));
    if (!cause) {
      return [
        {
          outcome: 'not-applicable',
          at: null,
          subject: `topic:${o.needs}`,
          reason: 'no-cause',
          message: `no document sets out what would call for ${o.called}`,
        },
      ];
    }
    const partly = needed.find((c) => isHalfSaid(c.coverage, o.share));
    if (partly)
      return [
        result(o, 'review', partly.coverage.degree, `${labelOf(partly.policy)} speaks of ${o.called}; a person must judge it`, partly),
      ];
    return [
      result(
        o,
        'fail',
        'not-covered',
        `${labelOf(cause.policy)} sets out ${cause.coverage.topic.replaceAll('-', ' ')}, but no document covers ${o.called}`,
        cause,
      ),
    ];
  },
};

/** A document that covers it and is not in force, or one that says enough of it to be looked at. */
function isHalfSaid({ degree, found, missing }: TopicCoverage, share: number): boolean {
  return degree === 'covered' || (degree === 'partly' && found.length >= share * (found.length + missing.length));
}

/** The document that is named for it and sets out most of it; the first of several. */
function mainOf(o: Options, causes: readonly Covering[]): Covering | undefined {
  const covered = new Map<Policy, number>();
  for (const { policy } of causes) covered.set(policy, (covered.get(policy) ?? 0) + 1);
  const weight = ({ policy }: Covering): number => {
    const isNamed = o.titles.some((word) => policy.name.toLowerCase().includes(word));
    return (covered.get(policy) ?? 0) + (isNamed ? o.when.length : 0);
  };
  return causes.reduce<Covering | undefined>((best, next) => (best === undefined || weight(next) > weight(best) ? next : best), undefined);
}

function result(o: Options, outcome: CheckResult['outcome'], reason: string, message: string, { coverage }: Covering): CheckResult {
  return { outcome, message, reason, at: coverage.at, subject: `topic:${o.needs}`, trace: `"${coverage.sentence}"` };
}
