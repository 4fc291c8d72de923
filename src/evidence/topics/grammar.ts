/**
 * The grammar of English policy prose, as far as the matcher needs it: which words carry no meaning of their own, which
 * ones make a statement of a line, and which turns of phrase take a statement back. Subjects are data (rules/topics).
 */
import { denies } from './polarity.ts';

const FUNCTION_WORDS = new Set(
  (
    'a an the of to for at by with from into onto and or as its it their our your his her this that these those such any all each every ' +
    'other both so if than then also etc eg ie s t'
  ).split(' '),
);

/** Words that are not counted when adjacency and distance are measured. */
export const isFunctionWord = (word: string): boolean => FUNCTION_WORDS.has(word);

/** Words that turn a sentence around. */
export const NEGATIVE_WORDS = new Set(['not', 'no', 'never', 'neither', 'without', 'none', 'nobody', 'cannot']);

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

const SAFEGUARD = `(?:encryption|mfa|multi-?factor authentication|authentication|logging|monitoring|backups?|antivirus|anti-virus(?: software)?|firewalls?|training|tls|screen locks?)`;

/** Phrases by which a sentence says that something is not in force, comes later, or is done by somebody else. */
const TAKES_BACK = [
  /\b(?:not|never) (?:be )?applicable\b|\bn\/a\b|\b(?:do|does|did|shall|will) not apply\b|\binapplicable\b/i,
  /\bout of scope\b|\bnot (?:in|within) (?:the )?scope\b|\boutside (?:of )?(?:the )?scope\b|\bnot covered by this\b/i,
  /\bno (?:formal|written|documented|defined|established|current|specific|dedicated)\b|\bnot yet\b|\b(?:has|have) yet to\b/i,
  /\b(?:will|to) be (?:developed|defined|determined|documented|written|drafted|decided|added)(?: later| soon| in (?:the|a) future)?\b|\bcoming soon\b|\bwork in progress\b|\bunder (?:construction|consideration)\b/i,
  /\b(?:we|they|it|staff|company|organi[sz]ation|management|team|department|it) (?:also |still |currently )?(?:plans?|hopes?|aims?|wish(?:es)?|wants?|expects?) to\b|\bintends? to\b|\b(?:our|the) (?:intention|intent|hope|aim) is\b|\bwould like to\b/i,
  /\b(?:am|is|are|was|were) (?:still |currently |also )?(?:going|planning|hoping|aiming|looking|hoped|planned) to\b|\bplanned for\b|\bwe (?:hope|intend|wish)\b|\bworking (?:on|towards?) (?:it|this|implementing|introducing)\b|\broad ?map\b/i,
  /^\W*one day\b|\bsome ?day\b|(?<!\bthe )\bnext (?:year|quarter)\b|\bin (?:the|a) future (?:version|release|revision)?\b|^\W*in (?:the (?:near )?|a )?future\b/i,
  /\b(?:we|they|it|staff|everyone|employees|company|organi[sz]ation|team) used to\b|\bused to (?:be|have|do)\b|\bin the past\b|\buntil recently\b/i,
  /\b(?:is|are|remains?) (?:solely |entirely |always )?(?:the )?(?:sole |full |exclusive )?responsibility of (?:the |its |our |each |their )?(?:customer|client|tenant|subscriber|covered entit|vendor|provider)/i,
  /\b(?:customer|client|tenant|subscriber)s? (?:is|are|remains?) (?:solely |entirely |fully |themselves )?responsible\b|\b(?:customer|client)['’]?s['’]? (?:sole )?responsibilit/i,
  /\b(?:accounts?|passwords?|passphrases?|user ?names?|log-?ins?|credentials?|badges?) (?:\w+ ){0,5}?(?:is|are|may be|can be) (?:freely )?shared (?:by|among|between|with) (?:every|all|several|many)|\bshares? (?:one|a single|the same|a common) (?:account|log-?in|password|user)|\band may be shared\b/i,
  new RegExp(
    String.raw`\b${SAFEGUARD} (?:is|are) (?:currently )?(?:disabled|turned off|switched off|optional|voluntary|absent|missing|lacking)\b`,
    'i',
  ),
  /\b(?:is|are|we|they) (?:rarely|seldom|hardly)\b|\bwe (?:lack|skip|ignore)\b|\b(?:is|are) (?:skipped|ignored|neglected)\b/i,
  /\b(?:ephi|phi|data|laptops?|disks?|backups?|e-?mails?) (?:is|are) (?:stored |kept |left |sent |transmitted )?(?:unencrypted|in (?:the )?clear(?: text)?|in plain ?text)\b/i,
];

/** A subject whose plans a sentence tells: "Engineering plans to", but not "recovery plans to" and not after another verb. */
const PLANS = /^(.{0,80}?)\b(\w+) (?:plans?|hopes?|aims?) to\b/i;
const KINDS_OF_PLAN =
  /^(?:a|an|the|this|these|and|or|our|written|documented|formal|backup|test|action|security|treatment|remediation|mitigation|contingency|recovery|response|continuity|disaster|management|its|their)$/i;
const isPlan = (sentence: string): boolean => {
  const [, before = '', subject = ''] = PLANS.exec(sentence) ?? [];
  return subject !== '' && !KINDS_OF_PLAN.test(subject) && ![...before.split(' '), subject].some((word) => isVerb(word.toLowerCase()));
};

/** Some word of what takes a sentence back: most sentences have none and need no closer look. */
const MAY_TAKE_BACK =
  /\b(?:not|no|none|never|nothing|nobody|neither|cannot|n\/a|inapplicable|scope|yet|future|coming|progress|consideration|construction|plans?|planned|planning|intends?|intention|intent|hop(?:es?|ed|ing)|aim(?:s|ing)?|wish(?:es)?|wants?|expects?|like|going|looking|working|road ?map|day|someday|next|past|recently|used to|be (?:de|do|wr|dr|ad)\w+|shared?|shares|disabled|off|optional|voluntary|absent|missing|lack(?:ing)?|rarely|seldom|hardly|skip(?:ped)?|ignored?|neglected|unencrypted|clear|plain ?text)\b|n['’]t\b|responsib/i;

/** True when a sentence denies, postpones or hands over what it speaks of. */
export const takesBack = (sentence: string): boolean =>
  MAY_TAKE_BACK.test(sentence) && (TAKES_BACK.some((phrase) => phrase.test(sentence)) || isPlan(sentence) || denies(sentence));

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

const TICK_BOX = /^\s*(?:\[[ xX]?\]|[☐☑☒□✓✔✅❌])/u;
const CITES_ONLY = /\((?:required|addressable|R|A)\)|§+ ?16[04]\.\d{3}|\b45 CFR 16[04]\.\d{3}(?:\([\w]+\))+\s*[-–:|]/;

/** True for a line of a check list or of a table that only maps paragraphs of a law to something. */
export const isListing = (sentence: string): boolean => TICK_BOX.test(sentence) || CITES_ONLY.test(sentence);

const NEVER_COVERS =
  /\b(?:definitions?|glossary|terms and|terminology|acronyms?|abbreviations?|references?|related (?:documents?|polic\w+|procedures?|standards?|information|controls?)|table of contents|^contents|in this (?:document|section)|(?:standards?|regulatory|framework|control|hipaa|compliance|iso|nist) (?:compliance|mapping|references?|requirements?|cross\S*walk|alignment)|mappings? (?:to|of|table)|mapping$|inheritance|revision history|version history|change ?log|history of changes|document (?:control|history|information|metadata)|applicable (?:standards|regulations|laws)|see also|further reading|links|resources|sample|example letter|frequently asked)\b|^(?:terms|history|standards?|requirements?|faqs?|summary of changes|revisions?|approvals?|signatures?|distribution)$/i;
const ANNOUNCING = /^(?:purpose|scope|applicab\w+|applies to|audience|objectives?|background|intent|aims?|intended)\b/i;

/** What can be relied on below a heading: everything, mentions alone (purpose, scope), or nothing (definitions, references, mappings). */
export type Weight = 'full' | 'announcing' | 'nothing';

/** The weight of a heading by itself. */
export function weigh(heading: string): Weight {
  if (NEVER_COVERS.test(heading)) return 'nothing';
  return ANNOUNCING.test(heading) ? 'announcing' : 'full';
}
