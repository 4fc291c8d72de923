import * as z from 'zod';
import type { Policy, TopicCoverage } from '../model/evidence.ts';
import { absent } from './absent.ts';
import type { Check, CheckContext, CheckResult } from './check.ts';
import { conditions, fieldOf, meets, quote, recordsOf, textOf } from './records.ts';

const options = z.strictObject({
  /** Topic that at least one governing document has to cover. */
  topic: z.string(),
  /** A document that says so of itself is not in force: what it covers is for a person to judge. */
  unless: conditions.unless,
});

type Options = z.infer<typeof options>;

/** The topic as a message calls it. */
function nameOf({ topic }: Options): string {
  return topic.replaceAll('-', ' ');
}

/**
 * Some policy or procedure covers a topic. Partly covered and merely mentioned topics are left to a person (`review`),
 * since words alone cannot tell whether the gap is real; silence everywhere is what the rule says of absence.
 */
export const policyCovers: Check<Options> = {
  name: 'policy-covers',
  options,
  topics: (o) => [o.topic],
  run(o, context) {
    const found = (recordsOf(context.evidence, 'policy') as readonly Policy[]).flatMap((policy) =>
      policy.topics.filter((t) => t.topic === o.topic).map((coverage) => ({ policy, coverage })),
    );
    const [covered, planned] = [true, false].map((wanted) =>
      found.filter((f) => f.coverage.degree === 'covered' && meets(f.policy, { unless: o.unless }) === wanted),
    ) as [typeof found, typeof found];
    if (covered.length) return covered.map((f) => passed(o, f.policy, f.coverage));
    const [first] = planned;
    if (first) return [notInForce(o, first.policy, first.coverage)];
    const best = found.find((f) => f.coverage.degree === 'partly') ?? found[0];
    if (best) return [needsReview(o, best.policy, best.coverage)];
    return silent(o, context);
  },
};

function passed(o: Options, policy: Policy, coverage: TopicCoverage): CheckResult {
  return {
    outcome: 'pass',
    at: coverage.at,
    subject: `topic:${o.topic}`,
    reason: 'covered',
    message: `"${policy.name}" covers ${nameOf(o)}`,
    trace: `"${coverage.sentence}"`,
  };
}

function needsReview(o: Options, policy: Policy, coverage: TopicCoverage): CheckResult {
  const subject = nameOf(o);
  const message =
    coverage.degree === 'partly'
      ? `"${policy.name}" speaks of ${subject}, but nothing was found on: ${coverage.missing.join('; ')}`
      : `"${policy.name}" mentions ${subject}; no section was found that sets it out`;
  return {
    outcome: 'review',
    message,
    at: coverage.at,
    subject: `topic:${o.topic}`,
    reason: coverage.degree,
    trace: `"${coverage.sentence}"`,
  };
}

function notInForce(o: Options, policy: Policy, coverage: TopicCoverage): CheckResult {
  const field = Object.keys(o.unless ?? {}).find((name) => textOf(policy, name) !== undefined) ?? '';
  const text = fieldOf(policy, field)?.text ?? '';
  return {
    outcome: 'review',
    message: `"${policy.name}" covers ${nameOf(o)}, but its ${field} is ${quote(text)}`,
    at: coverage.at,
    subject: `topic:${o.topic}`,
    reason: 'not-in-force',
    trace: `"${coverage.sentence}"`,
  };
}

function silent(o: Options, context: CheckContext): CheckResult[] {
  const governing = recordsOf(context.evidence, 'policy').length;
  if (!governing) return absent(context, 'policy', 'no written policy was found');
  return [
    {
      outcome: context.whenAbsent,
      at: null,
      subject: `topic:${o.topic}`,
      reason: 'silent',
      message: `${governing === 1 ? 'the one written policy never' : `none of the ${governing} policies and procedures`} speaks of ${nameOf(o)}`,
    },
  ];
}
