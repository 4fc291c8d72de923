import * as z from 'zod';
import type { Policy, TopicCoverage } from '../model/evidence.ts';
import { absent } from './absent.ts';
import type { Check, CheckContext, CheckResult } from './check.ts';

const options = z.strictObject({
  /** Topic that at least one governing document has to cover. */
  topic: z.string(),
});

type Options = z.infer<typeof options>;

/**
 * Some policy or procedure covers a topic. Partly covered and merely mentioned topics are left to a person (`review`),
 * since words alone cannot tell whether the gap is real; silence everywhere is what the rule says of absence.
 */
export const policyCovers: Check<Options> = {
  name: 'policy-covers',
  options,
  topics: (o) => [o.topic],
  run(o, context) {
    const found = context.evidence.policies.flatMap((policy) =>
      policy.topics.filter((t) => t.topic === o.topic).map((coverage) => ({ policy, coverage })));
    const covered = found.filter((f) => f.coverage.degree === 'covered');
    if (covered.length) return covered.map((f) => passed(o, f.policy, f.coverage));
    const best = found.find((f) => f.coverage.degree === 'partly') ?? found[0];
    if (best) return [needsReview(o, best.policy, best.coverage)];
    return silent(o, context);
  },
};

function passed(o: Options, policy: Policy, coverage: TopicCoverage): CheckResult {
  return {
    outcome: 'pass', at: coverage.at, subject: `topic:${o.topic}`, reason: 'covered',
    message: `${policy.name} covers it`, trace: `"${coverage.sentence}"`,
  };
}

function needsReview(o: Options, policy: Policy, coverage: TopicCoverage): CheckResult {
  const message = coverage.degree === 'partly'
    ? `"${policy.name}" speaks of it, but nothing was found on: ${coverage.missing.join('; ')}`
    : `"${policy.name}" mentions it; no section was found that sets it out`;
  return { outcome: 'review', message, at: coverage.at, subject: `topic:${o.topic}`, reason: coverage.degree, trace: `"${coverage.sentence}"` };
}

function silent(o: Options, context: CheckContext): CheckResult[] {
  const governing = context.evidence.policies.filter((p) => p.role !== 'other').length;
  if (!governing) return absent(context, 'policy', 'no written policy was found');
  return [{
    outcome: context.whenAbsent, at: null, subject: `topic:${o.topic}`, reason: 'silent',
    message: `none of the ${governing} policies and procedures speaks of it`,
  }];
}
