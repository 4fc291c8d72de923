// The floor for Markdown: one process that reads every file and does only markdown-it's block parse.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';

const md = new MarkdownIt({ html: true });
let tokens = 0;
for (const name of readdirSync(process.argv[2], { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.md')) continue;
  const out = [];
  md.block.parse(readFileSync(join(process.argv[2], name), 'utf8'), md, {}, out);
  tokens += out.length;
}
console.log(tokens);
