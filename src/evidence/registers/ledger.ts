import type { TrainingLedger } from '../../model/evidence.ts';

/** A ledger without a row. */
export function emptyLedger(): TrainingLedger {
  return {
    people: [], modules: [], paths: [], person: new Uint32Array(), module: new Uint32Array(), completed: new Int32Array(),
    done: new Uint8Array(), file: new Uint16Array(), line: new Uint32Array(),
  };
}
