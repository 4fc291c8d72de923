/**
 * Whether a sentence of English policy prose denies what it speaks of. "Laptops are not encrypted" denies; "passwords
 * must not be shared" and "accounts are not shared" are rules. A negation that is not known to be harmless denies.
 */

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const NEGATIVES = set('not never no nothing nobody none neither');
const MODALS = set('must shall may should will can could might would');
const AUXILIARIES = set('do does did is are was were be been being has have had am');
/** They may stand between a negative word and its verb. */
const BETWEEN = set(
  'be been being ever also normally usually generally always automatically currently presently formally directly otherwise knowingly intentionally then even a an the any',
);
/** What is fine not to do or to be, and what "not" and "no" may stand before without denying anything. */
const HARMLESS = set(
  'share shared shares sharing use used uses reuse reused reuses re recycle recycled store stored stores leave left leaves write written send sent ' +
    'accept accepted accepts allow allowed allows permit permitted permits grant granted grants exceed exceeds exceeded bypass bypassed circumvent ' +
    'disclose disclosed discloses display displayed shown show print printed copy copied export exported connect connected connects install download ' +
    'downloaded forward forwarded post posted discuss discussed publish published expose exposed sell sold release released transmit transmitted ' +
    'transfer transferred email emailed reveal revealed alter altered tamper tampered lose lost compromise compromised retaliate retaliated ' +
    'intimidate tolerate tolerated tolerates discriminate exempt excuse excused waive waived hesitate limited only just solely less more later fewer ' +
    'earlier sooner than longer necessarily acceptable authorized authorised intended excluded exception exceptions expectation event case ' +
    'circumstance circumstances matter substitute generic anonymous default duplicate unauthorized unauthorised unattended visible embedded ' +
    'guessable reassigned relieve supersede override preclude contain commingle commingled mixed taken plugged rely relies sole kept keep retain ' +
    'retained held disposed thrown carried remain',
);
/** "No longer" is harmless before these. */
const ENDED = set('needed required valid employed than used necessary authorized active appropriate relevant supported with in work works');
/** What policies are there to demand: negated they deny, even after "must" and before "unless". */
const DEMANDED = set(
  'encrypt encrypts encrypted reviewed tested trained monitored backed wiped patched scanned audited protect protected enforce enforced require required apply applies assessed documented sanitized authenticated',
);
/** "Not … until": fine for what somebody gets or what goes ahead only then. */
const GOING_AHEAD = set(
  'given get receive receives start begin begins go goes deployed merged enter access closed opened admitted assigned created issued returned promoted made work moved',
);
const CONDITIONS = set('until unless before except prior');
/** A negation after one of these speaks of a case: "if not encrypted". */
const CASES = set('if when whenever where wherever unless until whether whose whom once lest');
/** Right after one of these it narrows a noun: "staff who do not comply". */
const RELATIVES = set('that which who');
const SUBJECTS = set('the a an it they you he she users employees staff customers patients');
/** What a bare "not" denies: "not yet", "and not documented". */
const BARE_DENIALS = set('yet applicable implemented performed done installed enabled encrypted maintained documented tested reviewed');

/** Verbs that are harmless unless they speak of a safeguard: default passwords may go unused, encryption may not. */
const USING = set('use used uses install accept accepted allow allowed allows permit permitted connect contain written');
const MECHANISMS =
  /^(?:encrypt\w*|cryptograph\w*|authentication|mfa|2fa|tls|ssl|https|vpns?|antivirus|virus|malware|antimalware|firewalls?|logging|logs?|monitoring|backups?|checksums?|badges?|alarms?|cameras?|filters?|segmentation|patch\w*|updates?|timeouts?|agreements?|baas?|procedures?|plans?)$/;
/** Likewise for records. */
const KEEPING = set('keep kept retain retained held store stored copied written');
const RECORDS =
  /^(?:logs?|records?|backups?|cop(?:y|ies)|inventor(?:y|ies)|documentation|registers?|evidence|minutes|trails?|agreements?|certificates?)$/;
/** Harmless of these alone: antivirus is not disabled, logs are not deleted; accounts and media are another matter. */
const REMOVING = set('remove removed disable disabled delete deleted destroy destroyed modify modified changed overwritten');
const PRESERVED =
  /^(?:logs?|records?|software|(?:anti)?(?:virus|malware)|controls?|safeguards?|protections?|entries|trails?|settings?|firewalls?|encryption)$/;

const CLAUSE_ENDS = /[,;:()–—]| - |\bbut\b|\bhowever\b/i;
const WORD = /[\p{L}\p{N}]+/gu;

/** True when some clause of a sentence denies what it speaks of. Linear in the length of a sentence; never throws. */
export function denies(sentence: string): boolean {
  const plain = sentence
    .toLowerCase()
    .replace(/\bcan(?:not|['’]t)\b/g, 'can not')
    .replace(/\bwon['’]t\b/g, 'will not')
    .replace(/n['’]t\b/g, ' not')
    .replace(/\bno[ -]one\b/g, 'nobody')
    .replace(/['’]s\b/g, ' is');
  return plain.split(CLAUSE_ENDS).some((part) => {
    const clause: readonly string[] = part.match(WORD) ?? [];
    return clause.some((word, at) => NEGATIVES.has(word) && isDenial(clause, at));
  });
}

function isDenial(clause: readonly string[], at: number): boolean {
  const before = clause.slice(Math.max(0, at - 12), at);
  const after = clause.slice(at + 1, at + 20);
  if (isSubordinate(before)) return false;
  const word = clause[at];
  if (word === 'not' || word === 'never') return isDeniedVerb(before, after, word);
  return word === 'no' && after[0] === 'longer' ? !ENDED.has(after[1] ?? '') : isDeniedSubject(before, after, word);
}

function isSubordinate(before: readonly string[]): boolean {
  if (before.some((word) => CASES.has(word))) return true;
  const pronoun = before.findLastIndex((word) => RELATIVES.has(word));
  if (pronoun < 0) return false;
  const between = before.slice(pronoun + 1);
  // "staff who do not", "devices that the company does not": not "staff who leave are not".
  return between.length < 2 || (between.length < 5 && SUBJECTS.has(between[0] ?? ''));
}

/** "is not encrypted", "do not have", "never time out". */
function isDeniedVerb(before: readonly string[], after: readonly string[], word: string): boolean {
  const verbAt = after.findIndex((next) => !BETWEEN.has(next));
  const verb = after[verbAt];
  if (verb === undefined) return false;
  const last = before.at(-1) ?? '';
  const isOrder = word === 'never' ? before.length === 0 : last === 'do' && (before.length === 1 || before.at(-2) === 'please');
  if (isOrder || MODALS.has(last) || MODALS.has(before.at(-2) ?? '')) return DEMANDED.has(verb);
  if (word === 'not' && !AUXILIARIES.has(last)) return BARE_DENIALS.has(verb);
  return !isHarmless(verb, before, after.slice(verbAt + 1));
}

/** "nothing is backed up", "no device is connected", "has no process". */
function isDeniedSubject(before: readonly string[], after: readonly string[], word: string | undefined): boolean {
  if (word === 'no' && HARMLESS.has(after[0] ?? '')) return false;
  if (word === 'nothing' && after[0] === 'in') return false;
  const helper = after.findIndex((next) => MODALS.has(next) || AUXILIARIES.has(next));
  const rest = after.slice(helper + 1);
  const verbAt = rest.findIndex((next) => !BETWEEN.has(next));
  const verb = rest[verbAt];
  if (helper >= 0 && MODALS.has(after[helper] ?? '')) return verb !== undefined && DEMANDED.has(verb);
  if (verb === undefined) return true;
  return !isHarmless(verb, [...before.slice(-1), ...after.slice(0, Math.max(0, helper))], rest.slice(verbAt + 1));
}

/** `around`: the words that name what the verb is said of; `after`: those behind it. */
function isHarmless(verb: string, around: readonly string[], after: readonly string[]): boolean {
  if (DEMANDED.has(verb)) return false;
  if (after.includes('without')) return true;
  const object = [...around, ...after.slice(0, 4)];
  if (REMOVING.has(verb)) return object.some((noun) => PRESERVED.test(noun));
  if (USING.has(verb) && object.some((noun) => MECHANISMS.test(noun))) return false;
  if (KEEPING.has(verb) && object.some((noun) => RECORDS.test(noun))) return false;
  return HARMLESS.has(verb) || (GOING_AHEAD.has(verb) && after.some((next) => CONDITIONS.has(next)));
}
