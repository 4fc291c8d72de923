import { readInterval } from '../dates/read-interval.ts';
import type { MarkdownDocument } from './document.ts';
import type { StatedField, Statement } from './statement.ts';

/** Cheap test by which most blocks are passed over. */
const HINT = /\b(?:review|updat|maintain|own|approved|effect|in(?:to)? force|revis|responsible|adopted)/i;
/** No statement of interest does without one of these. */
const ABOUT = /polic|procedure|document|plan|standard|handbook|manual|program|page|guideline|\bset\b/i;
const KIND = '(?:polic(?:y|ies)|procedures?|documents?|plans?|standards?|handbook|manual|programme?s?|page|pages|guidelines?)';
/** The document itself, or all documents of the set. */
const SELF = `(?:this|the present) (?:[\\w'’&-]+ ){0,5}${KIND}`;
/** Words that may stand between "all" and "policies"; "all firewall policies" are others. */
const QUALIFIER =
  '(?:of|our|these|its|the|such|security|information|cyber|cybersecurity|privacy|hipaa|company|corporate|written|internal|approved|existing|compliance|data|protection|and|it|workforce|policies|procedures|standards)';
const SET = `(?:\\b(?:these|all|our|the|its|each of the|every|each) (?:[\\w'’&-]+ ){0,4}(?:policies|standards|procedures|pages|documents)|\\b(?:every|each) (?:policy|page|document)(?: (?:in|of) the [\\w ]{1,40}?)?|the (?:whole |entire |full )?set|(?<=^|\\b(?:for|of|updating|maintaining|maintain|reviewing|review|update|managing|owns?|maintains) )(?:security |information security |privacy |hipaa )?policies(?: and procedures)?)`;
const NAMED = `the ((?:[\\w'’&-]+ ){1,7})(?:policy|plan|standard|procedure)(?: requirements| document)?`;
const THING = `(?:${SELF}|${SET}|${NAMED})`;
const BE = '(?:is|are|was|were|has been|have been|shall be|must be|will be|should be|be)';
const DATE = `(\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}|[A-Z][a-z]{2,8}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)?(?: of)?[ -][A-Z][a-z]{2,8}\\.?,?[ -]\\d{4})`;

const RESPONSIBLE = new RegExp(
  `^(.{3,90}?) (?:is|are|shall be|will be) (?:[a-z]+ly |also )?(?:responsible|accountable) for (?:the )?(?:(?:develop(?:ing|ment)|reviewing|review|implementing|creating|writing|managing|administering|enforcing)(?:,? and |, | of and |/))*(?:maintaining|maintenance|updating|update|owning|ownership|managing|management|administering|administration)(?: and (?:updating|maintaining|reviewing|review|enforcing|enforcement|approving))?(?: of)? ${THING}`,
  'i',
);
const ULTIMATELY = new RegExp(`^(.{3,90}?) (?:is|are) (?:ultimately |overall )?(?:responsible|accountable) for (?:${SELF}|${SET})$`, 'i');
const OWNED = new RegExp(
  `${THING} ${BE} (?:owned|maintained|managed and maintained|owned and maintained|administered and maintained)(?: and [a-z]+ed)? by (.{3,90}?)(?=$| and (?:is|are|will|shall)\\b|[;]|, (?:who|which|and)\\b)`,
  'i',
);
const WILL_UPDATE = new RegExp(
  `^(.{3,90}?) (?:will|shall|must|owns?|maintains?)(?: (?:review|own|maintain)(?:,| and))?(?: (?:review and )?(?:update|maintain|own))? ${THING}`,
  'i',
);
const IS_OWNER = new RegExp(
  `^(.{3,90}?) (?:is|are|serves? as|acts? as) (?:the )?(?:[a-z]+ )?(?:owners?|maintainers?|custodians?) (?:of|for) ${THING}`,
  'i',
);
const ROLE_ROW = new RegExp(`^([^|]{3,60}?) \\| (?:owns?|maintains?)[^|.]{0,40} ${SELF}`, 'i');

const OWNERS: readonly (readonly [RegExp, RegExp])[] = [
  [/responsib|accountab/i, RESPONSIBLE],
  [/responsib|accountab/i, ULTIMATELY],
  [/owner|maintainer|custodian/i, IS_OWNER],
  [/update|maintain|own/i, WILL_UPDATE],
  [/\|/, ROLE_ROW],
  [/(?:owned|maintained|managed|administered).* by /i, OWNED],
];

const REVIEWED_EVERY = new RegExp(
  `${THING}(?:,? (?:and |or )?(?:[\\w'’-]+ ){0,3}${KIND}){0,3}(?: [a-z]+){0,2} ${BE} (?:[\\w-]+ ){0,5}(?:reviewed|evaluated|revisited)\\b([^;]{0,160})`,
  'i',
);
const REVIEW_THING = new RegExp(
  `\\b(?:review|reviews|reviewing)(?:,? (?:and|or) (?:[a-z]+ )?(?:update|updates|updating|evaluates?|evaluating|maintain)|, evaluate| and evaluate)?(?: and revise)? ${THING}([^;]{0,160})`,
  'i',
);
const OWNER_REVIEWS = new RegExp(`(?:owners?|owns) (?:of )?${THING} and reviews (?:it|them)([^;]{0,80})`, 'i');
const ANNUAL_REVIEW = new RegExp(`\\b(annual|yearly|quarterly|semi-?annual|biennial) review of ${THING}`, 'i');
const LAST = new RegExp(
  `${THING}(?: and [\\w ]{1,30}?)? (?:was|were|has been|have been) (?:last |most recently )?(reviewed|updated|revised|approved|adopted)(?: and (reviewed|updated|revised|approved|adopted))?(?: by (.{3,80}?))?,? (?:on|as of|in) ${DATE}`,
  'i',
);
const TAKES_EFFECT = new RegExp(
  `${SELF} (?:is|becomes|became|takes|took|comes into|came into|shall be|has been)(?: in)? ?(?:effective|effect|force)(?: as of| on| from| since)? ${DATE}`,
  'i',
);
const NEXT = new RegExp(
  `(?:${THING}[^.;]{0,40}|the) next (?:scheduled )?review(?: of ${THING})?(?: is| will be| shall be)?(?: [a-z]+){0,3} (?:on|by|for|in)? ?${DATE}`,
  'i',
);

const BETWEEN =
  /\b(?:these|all|our|the|its|each of the|every|each) ((?:[\w'’&-]+ ){1,4})(?:policies|standards|procedures|pages|documents)\b/i;
const QUALIFIED = new RegExp(`^${QUALIFIER}$`, 'i');

const ROLE =
  /\b(?:officers?|managers?|teams?|directors?|heads?|leads?|c[a-z]?[efiotps]o|ciso|committee|department|owners?|president|counsel|administrators?|security|engineering|management|council|board|vp|office|group|partner|human resources|legal|compliance|it)\b/i;
const EVERYBODY = /\b(?:all|each|every|everyone|employees?|workforce|users?|staff|personnel|members|vendors?|customers?|contractors?)\b/i;
/** With case: IT is a department. */
const PRONOUN = /\b(?:[Tt]hey|[Hh]e|[Ss]he|[Ii]t|[Ww]ho|[Ww]e|[Yy]ou|I)\b/;

/** Statements about this document, or about all policies, that stand in sentences. `title` decides what "the … policy" means. */
export function sentenceStatements(document: MarkdownDocument, title: string): Statement[] {
  const found: Statement[] = [];
  const own = new Set(title.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
  for (const section of document.sections) {
    for (const block of section.blocks) {
      if (!HINT.test(block.text) || !ABOUT.test(block.text) || block.text.length > 20_000) continue;
      const at = { path: document.path, line: block.line, column: 1 };
      for (const sentence of sentencesOf(block.text)) {
        if (sentence.length < 15 || sentence.length > 600 || !HINT.test(sentence) || !ABOUT.test(sentence)) continue;
        for (const said of readSentence(sentence, own)) found.push({ ...said, at, form: 'sentence' });
      }
    }
  }
  return found;
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?;])\s+(?=[A-Z"“(\d]|the\b)/);
}

type Said = Pick<Statement, 'field' | 'text' | 'ofSet'>;

function readSentence(sentence: string, own: ReadonlySet<string>): Said[] {
  const plain = sentence.replace(/[.;!]+$/, '').trim();
  const said = readOwner(plain, own);
  if (/review|evaluat|revisit/i.test(plain)) said.push(...readCycle(plain, own));
  if (/\d/.test(plain)) said.push(...readDates(plain, own));
  return said;
}

function statement(field: StatedField, text: string | undefined, thing: string): Said[] {
  return text ? [{ field, text: text.trim(), ofSet: isSet(thing) }] : [];
}

/** How often it is reviewed, in words. */
function readCycle(plain: string, own: ReadonlySet<string>): Said[] {
  const every = match(REVIEWED_EVERY, plain, own) ?? match(REVIEW_THING, plain, own) ?? match(OWNER_REVIEWS, plain, own);
  if (!every) {
    const annual = match(ANNUAL_REVIEW, plain, own);
    return annual ? statement('review-cycle', annual[1], annual[0]) : [];
  }
  const after = every.at(-1) ?? '';
  if (readInterval(after) !== null) return statement('review-cycle', after, every[0]);
  return /\b(?:annually|quarterly)\b/i.test(every[0]) ? statement('review-cycle', every[0], every[0]) : [];
}

/** When it was reviewed or approved, took effect, or will be reviewed. */
function readDates(plain: string, own: ReadonlySet<string>): Said[] {
  const said: Said[] = [];
  const last = match(LAST, plain, own);
  if (last) {
    const [verb, second, by, date] = last.slice(-4);
    const verbs = `${verb} ${second ?? ''}`;
    if (/approved|adopted/i.test(verbs)) {
      said.push(...statement('approved', date, last[0]));
      if (by && ROLE.test(by)) said.push(...statement('approver', by.replace(/^the /i, ''), last[0]));
    }
    if (/reviewed|updated|revised/i.test(verbs)) said.push(...statement('reviewed', date, last[0]));
  }
  const effect = /effect|force/i.test(plain) ? TAKES_EFFECT.exec(plain) : null;
  if (effect) said.push(...statement('effective', effect.at(-1), effect[0]));
  const next = /\bnext\b/i.test(plain) ? match(NEXT, plain, own) : null;
  if (next) said.push(...statement('next-review', next.at(-1), next[0]));
  return said;
}

/** The match, unless it speaks of another document by name. */
function match(pattern: RegExp, sentence: string, own: ReadonlySet<string>): RegExpExecArray | null {
  const found = pattern.exec(sentence);
  return found && namesOwn(found, own) && !namesOthers(found[0]) ? found : null;
}

/** "all firewall policies": a word between that neither qualifies all policies nor is a name (of the company). */
function namesOthers(text: string): boolean {
  const between = BETWEEN.exec(text)?.[1];
  return (between?.trim().split(' ') ?? []).some((word) => !QUALIFIED.test(word) && !/^(?:[A-Z{]|\w+['’]s$)/.test(word));
}

/** "the Access Control Policy" is this document only when its title has all these words. */
function namesOwn(found: RegExpExecArray, own: ReadonlySet<string>): boolean {
  const text = found[0];
  const named = new RegExp(`\\b${NAMED}`, 'i').exec(text);
  if (!named || new RegExp(`\\b(?:${SELF}|${SET})`, 'i').test(text)) return true;
  const words = (named[1] ?? '').toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return words.some((word) => own.has(word)) && words.filter((word) => !own.has(word)).length <= 1;
}

function isSet(text: string): boolean {
  return !new RegExp(`\\b${SELF}`, 'i').test(text) && new RegExp(`\\b${SET}`, 'i').test(text);
}

/** Who owns, maintains or updates it; the first pattern that fits decides. */
function readOwner(sentence: string, own: ReadonlySet<string>): Said[] {
  for (const [hint, pattern] of OWNERS) {
    if (!hint.test(sentence)) continue;
    const found = match(pattern, sentence, own);
    const name = found && roleName((pattern === OWNED ? found.at(-1) : found[1]) ?? '');
    if (found && name) return statement('owner', name, found[0]);
  }
  return [];
}

/** A subject that is an office, a team or a person's role, without article and possessive; null for anything else. */
function roleName(subject: string): string | null {
  const name = subject.replace(/^(?:the|our|its|\w+[’']s) /i, '').trim();
  if (name.length < 2 || name.length > 80 || /[:;|.]/.test(name.replace(/\b(?:Dr|Mr|Ms|Mrs)\./g, ''))) return null;
  return ROLE.test(name) && /[A-Z]/.test(name) && !EVERYBODY.test(name) && !PRONOUN.test(name) ? name : null;
}
