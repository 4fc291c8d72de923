import { loadRuleset } from '../../../src/packs/load.ts';
import { ruleFiles } from '../../../src/shipped.ts';

/** The topics that ship with the tool. */
export const TOPICS = loadRuleset(ruleFiles(new URL('../../../rules/', import.meta.url))).topics;
