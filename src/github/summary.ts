import { summary } from '@actions/core';

/** Adds a page to the summary of the job. False where the runner keeps none. */
export async function writeSummary(markdown: string): Promise<boolean> {
  try {
    await summary.addRaw(markdown).write();
    return true;
  } catch {
    return false;
  }
}
