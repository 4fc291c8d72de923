import { knownHeadings } from './columns.ts';
import { hintOf } from './kind.ts';
import { OUTSPOKEN } from './lacking.ts';
import type { Lexicon } from './lexicon.ts';
import { normaliseHeading, wordsOfFile } from './words.ts';

/** Folders of examples, test data and other people's code: nothing in there is a record of this company. */
const NOT_RECORDS =
  /(?:^|\/)(?:\.git|\.github|node_modules|fixtures?|__\w+__|tests?|specs?|mocks?|testdata|test-data|templates?|schemas?|_data_schema)\//i;
/** Folders of code and of what tools wrote: a `users.json` in there is no roster, a `baa-register.csv` is a register all the same. */
const SELDOM_RECORDS =
  /(?:^|\/)(?:\.[^/]+|vendor\/[^/]+|src|lib|libs|pkg|cmd|internal|dist|build|target|public|static|migrations|locales?|i18n|charts?)\//i;
/** Files of known tools that are written in YAML or JSON. */
const TOOL_FILES =
  /(?:^|\/)(?:package|composer|bower|lerna|nx|turbo|deno|jsr|manifest|project|angular|vercel|now|netlify|renovate|biome|firebase|app|tslint|jest\.config|cypress|babel\.config|tsconfig[\w.-]*|jsconfig|docker-compose[\w.-]*|compose|chart|values|kustomization|skaffold|serverless|mkdocs|antora|_config|action|openapi[\w.-]*|swagger[\w.-]*|asyncapi|cleanbill|codecov|dependabot|buf|[\w.-]*\.schema|[\w.-]*[.-]lock|lock|deps|requirements|environment|galaxy|playbook|cloudbuild|buildspec|bitbucket-pipelines|azure-pipelines|\.[\w.-]+)\.(?:ya?ml|jsonc?)$/i;
/** Opening keys of other formats: OpenAPI, JSON Schema, Kubernetes, workflows, Compose, CloudFormation. */
const OTHER_FORMAT =
  /^[\s{]*(?:["']?(?:openapi|swagger|asyncapi|\$schema|apiVersion|AWSTemplateFormatVersion|jobs|pipeline|lockfileVersion|nodes|features)["']?\s*:|"type"\s*:\s*"(?:object|FeatureCollection)")/m;
/** How much of a file the first look takes. */
const GLANCE = 32_768;
const KEY = /(?:^|[{,])[ \t]*(?:- +)?(?:\{[ \t]*)?["']?([A-Za-z][\w .?/&()-]{0,50})["']?[ \t]*:/gm;
const KNOWN_KEYS = 5;

/** Whether a path may hold records at all. Among code only a name that tells of a register counts; in YAML and JSON an outspoken one. */
export function mayHoldRecords(lexicon: Lexicon, path: string): boolean {
  if (!/\.(?:csv|tsv|ya?ml|json)$/i.test(path) || NOT_RECORDS.test(path) || TOOL_FILES.test(path)) return false;
  if (!SELDOM_RECORDS.test(path)) return true;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const isTelling = lexicon.kinds.some((kind) => (hintOf(kind, { path: name, key: '', alone: false }) ?? 0) > 0);
  return isTelling && (/\.[ct]sv$/i.test(name) || OUTSPOKEN.test(wordsOfFile(name)));
}

/**
 * A cheap look at a YAML or JSON text before it is parsed: does its name or one of its keys name a register, or do
 * enough of its keys read like the columns of one?
 */
export function looksLikeRegister(lexicon: Lexicon, path: string, text: string): boolean {
  const glance = text.slice(0, GLANCE);
  if (OTHER_FORMAT.test(glance.slice(0, 600))) return false;
  if (lexicon.kinds.some((kind) => (hintOf(kind, { path, key: '', alone: true }) ?? 0) > 0)) return true;
  const keys = new Set<string>();
  for (const match of glance.matchAll(KEY)) keys.add(match[1] ?? '');
  const named = [...keys].some((key) => lexicon.kinds.some((kind) => kind.keys.has(normaliseHeading(key))));
  return named || knownHeadings(lexicon, [...keys]) >= KNOWN_KEYS;
}
