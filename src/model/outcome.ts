/** What a check says of one subject. `unknown`: could not tell, never a pass. `review`: a person must look. */
export const OUTCOMES = ['fail', 'unknown', 'review', 'pass', 'not-applicable'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What is said of a control. `manual`: no file can show it and no current attestation covers it. */
export const CONTROL_OUTCOMES = ['met', 'partial', 'not-met', 'manual', 'waived', 'not-applicable'] as const;
export type ControlOutcome = (typeof CONTROL_OUTCOMES)[number];

/** `notice` results are shown and never change the outcome of a control. */
export const SEVERITIES = ['error', 'warning', 'notice'] as const;
export type Severity = (typeof SEVERITIES)[number];
