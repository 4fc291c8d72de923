/**
 * The grammar of English policy prose, as far as the matcher needs it: which words carry no meaning of their own, which
 * ones make a statement of a line, and which turns of phrase take a statement back. Subjects are data (rules/topics).
 */

const FUNCTION_WORDS = new Set(
  (
    'a an the of to for at by with from into onto and or as its it their our your his her this that these those such any all each every ' +
    'other both so if than then also etc eg ie s t'
  ).split(' '),
);

/** Words that are not counted when adjacency and distance are measured. */
export const isFunctionWord = (word: string): boolean => FUNCTION_WORDS.has(word);

/** Words that turn a sentence around. */
export const NEGATIVE_WORDS = new Set(['not', 'no', 'never', 'without', 'none', 'nobody', 'cannot']);

const VERBS = new Set(
  (
    'must shall will should may can cannot is are be was were been being has have had do does need needs requires require ensures ensure ' +
    'maintains maintain conducts conduct performs perform reviews review uses use provides provide includes include keeps keep holds hold ' +
    'submits submit approves approve verifies verify tests test restores restore rotates rotate revokes revoke grants grant assigns assign ' +
    'reports report notifies notify monitors monitor logs log records record signs sign trains train receives receive protects protect ' +
    'encrypts encrypt stores store deletes delete destroys destroy disables disable removes remove runs run takes take makes make sets set ' +
    'follows follow identifies identify assesses assess evaluates evaluate documents document implements implement establishes establish ' +
    'updates update creates create defines define determines determine ensures decides decide applies apply limits limit locks lock ' +
    'leads lead meets meet asks ask gives give goes go tells tell writes write sends send returns return collects collect checks check ' +
    'enforces enforce prohibits prohibit restricts restrict allows allow covers authorizes authorize retains retain investigates investigate ' +
    'responds respond escalates escalate tracks track manages manage oversees oversee appoints appoint designates designate scans scan patches ' +
    'patch blocks block detects detect prevents prevent completes complete acknowledges acknowledge change changes wipe wipes expires expire ' +
    'lasts last stays stay remain remains begins begin starts start ends end opens open closes close comes come confirms confirm comply complies'
  ).split(' '),
);

/** True for a word (lower case) that makes a statement or an order of a line. */
export function isVerb(word: string): boolean {
  return VERBS.has(word) || (word.length > 4 && word.endsWith('ed'));
}

/** Phrases by which a sentence says that something is not done, not in force, or done by somebody else. */
const TAKES_BACK = [
  /\b(?:not|never) (?:be )?applicable\b|\bn\/a\b|\b(?:do|does|did|shall|will) not apply\b|\binapplicable\b/i,
  /\bout of scope\b|\bnot (?:in|within) (?:the )?scope\b|\boutside (?:of )?(?:the )?scope\b|\bnot covered by this\b/i,
  /\b(?:do|does|did)(?: not|n['’]t) (?:currently |presently |yet |formally )?(?:have|maintain|perform|conduct|operate|offer|carry|keep|exist|require|address|implement|include|define|hold)\b/i,
  /\bthere (?:is|are) (?:currently |presently |as yet |at present )?no\b|\bno (?:formal|written|documented|defined|established|current|specific|dedicated)\b/i,
  /\bhas no (?:formal |written |documented )?(?:process|procedure|policy|plan|program|programme)\b|\bnone (?:exists?|is in place|are in place)\b/i,
  /\b(?:is|are|was|were)(?: not|n['’]t) (?:yet|currently|presently|formally)\b|\bnot yet\b|\bha(?:s|ve) not (?:yet )?been (?:implemented|established|defined|documented|adopted|approved|tested|performed|written)\b/i,
  /\b(?:has|have) yet to\b|\b(?:will|to) be (?:developed|defined|determined|documented|written|drafted|decided|added)(?: later| soon| in (?:the|a) future)?\b|\bcoming soon\b|\bwork in progress\b|\bunder construction\b/i,
  /\b(?:we|company|organi[sz]ation) (?:plans?|intends?|hopes?|aims?) to\b|\bplanned for\b|\bin (?:the|a) future (?:version|release|revision)?\b/i,
  /\b(?:is|are|remains?) (?:solely |entirely |always )?(?:the )?(?:sole |full |exclusive )?responsibility of (?:the |its |our |each |their )?(?:customer|client|tenant|subscriber|covered entit|vendor|provider)/i,
  /\b(?:customer|client|tenant|subscriber)s? (?:is|are|remains?) (?:solely |entirely |fully |themselves )?responsible\b|\b(?:customer|client)['’]?s['’]? (?:sole )?responsibilit/i,
];

/** Some word of every phrase above: most sentences have none and need no closer look. */
const MAY_TAKE_BACK =
  /\b(?:not|no|none|never|n\/a|inapplicable|scope|yet|future|coming|progress|construction|plans?|planned|intends?|hopes?|aims?|be (?:de|do|wr|dr|ad)\w+)\b|n['’]t\b|responsib/i;

/** True when a sentence denies, postpones or hands over what it speaks of. */
export const takesBack = (sentence: string): boolean => MAY_TAKE_BACK.test(sentence) && TAKES_BACK.some((phrase) => phrase.test(sentence));

const POINTS =
  /^\W*(?:\(?[a-z0-9]{1,3}[.)] ?)?(?:details|describes|defines|outlines|establishes|specifies|provides|covers|explains|it (?:details|describes|defines|outlines|ensures|covers|explains|establishes)|purpose|examples?|e\.g|for example|for instance|rationale|situation|scenario|note|see|refer to|please see)\b/i;
const HEDGES = /\b(?:you (?:can|may)|might|could|would|perhaps|reserves? the right)\b/i;
const BINDS = /\b(?:must|shall|will|required|requires?|should|only|not|never|no|always|ensures?|prohibited|is|are|has)\b/i;

/** True when a sentence only leads to a list, points elsewhere, gives an example or speaks of a mere possibility. */
export const isLoose = (sentence: string): boolean =>
  sentence.trimEnd().endsWith(':') || POINTS.test(sentence) || (HEDGES.test(sentence) && !BINDS.test(sentence));

const ANNOUNCES =
  /^\W*(?:\(?[a-z0-9]{1,3}[.)] ?)?(?:the (?:purpose|aim|goal|objective|scope|intent) of )?(?:this|these|the following|the present) (?:[\w-]+ ){0,4}?(?:polic|document|procedure|section|standard|plan|page|chapter|guideline|handbook|template|table|list|appendix|program)\w*\b(?:(?: \w+){0,3} (?:describe|define|establish|outline|cover|address|explain|provide|sets? (?:out|forth)|detail|appl(?:y|ies)|contain|govern|specif|document|present|serve|to)|.{0,3}$)/i;

/** True when a sentence only announces what a document or section is about. */
export const announces = (sentence: string): boolean => ANNOUNCES.test(sentence);

const BLANK =
  /_{3,}|\.{5,}|\bTBD\b|\bTODO\b|\bto be determined\b|\blorem ipsum\b|[[<{](?:insert|describe|specify|enter|list|add|your|fill|define|state|provide|todo|tbd|explain|identify|select|choose|document)\b/i;

/** True when a sentence still has a blank to fill in. Names in brackets, such as a company's, are no blanks. */
export const isBlank = (sentence: string): boolean => BLANK.test(sentence);

const TICK_BOX = /^\s*(?:\[[ xX]?\]|[☐☑☒□✓✔✅❌])/u;
const CITES_ONLY = /\((?:required|addressable|R|A)\)|§+ ?16[04]\.\d{3}|\b45 CFR 16[04]\.\d{3}(?:\([\w]+\))+\s*[-–:|]/;

/** True for a line of a check list or of a table that only maps paragraphs of a law to something. */
export const isListing = (sentence: string): boolean => TICK_BOX.test(sentence) || CITES_ONLY.test(sentence);

const NEVER_COVERS =
  /\b(?:definitions?|glossary|terms and|terminology|acronyms?|abbreviations?|references?|related (?:documents?|polic\w+|procedures?|standards?|information|controls?)|table of contents|^contents|in this (?:document|section)|(?:standards?|regulatory|framework|control|hipaa|compliance|iso|nist) (?:compliance|mapping|references?|requirements?|cross\S*walk|alignment)|mappings? (?:to|of|table)|mapping$|inheritance|revision history|version history|change ?log|history of changes|document (?:control|history|information|metadata)|applicable (?:standards|regulations|laws)|see also|further reading|links|resources|sample|example letter|frequently asked)\b|^(?:terms|history|standards?|requirements?|faqs?|summary of changes|revisions?|approvals?|signatures?|distribution)$/i;
const ANNOUNCING = /^(?:purpose|scope|applicab\w+|applies to|audience|objectives?|background|intent|aims?|intended)\b/i;

/** What can be relied on below a heading: everything, mentions alone (purpose, scope), or nothing (definitions, references, mappings). */
export function weigh(heading: string): 'full' | 'announcing' | 'nothing' {
  if (NEVER_COVERS.test(heading)) return 'nothing';
  return ANNOUNCING.test(heading) ? 'announcing' : 'full';
}
