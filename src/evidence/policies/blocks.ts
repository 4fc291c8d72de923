import MarkdownIt, { type Env, type Token } from 'markdown-it';
import type { References } from './plain-text.ts';

const markdown = new MarkdownIt({ html: true });

/**
 * Makes each token in one step: markdown-it's own class defines its properties one by one, which takes a quarter of the
 * parse. What it gives up are the methods of a token, which no block rule calls.
 */
class BlockState extends markdown.block.State {
  override push(type: string, tag: string, nesting: Token['nesting']): Token {
    if (nesting < 0) this.level -= 1;
    const { level } = this;
    const plain = { map: null, level, children: null, content: '', markup: '', info: '', block: true, hidden: false };
    const token = { type, tag, nesting, attrs: null, meta: null, ...plain } as unknown as Token;
    if (nesting > 0) this.level += 1;
    this.tokens.push(token);
    return token;
  }
}
markdown.block.State = BlockState;

/** The block tokens of a Markdown text, and the link references that it defines. */
export function parseBlocks(text: string): { tokens: readonly Token[]; references: References } {
  const tokens: Token[] = [];
  const env: Env = {};
  markdown.block.parse(text, markdown, env, tokens);
  return { tokens, references: env.references ?? {} };
}
