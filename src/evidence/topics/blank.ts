const UNFINISHED =
  /\.{5,}|\bTBD\b|\bTODO\b|\bto be determined\b|\blorem ipsum\b|[[<{](?:insert|describe|specify|enter|list|add|your|fill|define|state|provide|todo|tbd|explain|identify|select|choose|document)\b/i;
/** What a template leaves open: a line to write on, `{{variable}}`, `${variable}`, `<ROLE>`, `$ROLE`, `XX`, `[X]`, `[number of days]`. */
const HOLE =
  /_{3,}|\{\{\s*[^{}#/^!>&\s][^{}]{0,60}\}\}|\$\{[^{}]{1,60}\}|<[A-Z][A-Z0-9 _/-]{0,40}>|\$[A-Z][A-Z_]{2,40}\b|%[A-Z][A-Z_]{2,40}%|\b(?:X{2,6}|x{2,6})\b|\[(?:[#?]{1,4}|[XxNn]{1,4}|[^[\]]{0,20}\b(?:number|count|date|hours?|minutes|days?|weeks?|months?|years?|quarterly|annual(?:ly)?|time ?frame|period|frequency|interval|role|title|name|officer|owner|manager|department|team|person|position|contact|system|tool|vendor|provider|product|platform|location|phone|e-?mail|address|signature)\b[^[\]]{0,40})\]/g;
/** The name of the company itself says nothing that a statement could lack. */
const COMPANY = /company|organi[sz]ation|business ?name|employer|client ?name|entity|firm|practice|agency|\burl\b|url\}|email ?domain/i;

/** True when a sentence still has a blank to fill in: a number, a role, a period, a system. The company's name is none. */
export function isBlank(sentence: string): boolean {
  if (UNFINISHED.test(sentence)) return true;
  for (const [hole] of sentence.matchAll(HOLE)) if (!COMPANY.test(hole)) return true;
  return false;
}
