/** A part of a page whose rows can be dropped, whole and from the end. */
export interface Block {
  /** What stands before and behind the rows. Both end with a line break. */
  readonly head: string;
  readonly tail: string;
  /** Each ends with a line break. */
  readonly rows: readonly string[];
  /** Says how many rows are left out; ends with a line break. Stands between rows and tail, or alone. */
  readonly leftOut: (count: number) => string;
}

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8');

/**
 * Joins blocks into one text of at most `budget` bytes. Nothing is ever cut in the middle: a block is shown whole, or
 * with as many rows as fit and the number of the others, or as that number alone. Earlier blocks come first, but room
 * for a word about every later one is set aside. Throws RangeError when even those words do not fit.
 */
export function withinBudget(blocks: readonly Block[], budget: number): string {
  const shortest = blocks.map((block) => Math.min(bytes(block.leftOut(block.rows.length)), sizeOf(block)));
  let reserved = shortest.reduce((sum, size) => sum + size, 0);
  if (reserved > budget) throw new RangeError(`a budget of ${budget} bytes is too small; ${reserved} are needed`);
  let used = 0;
  return blocks
    .map((block, i) => {
      reserved -= shortest[i] ?? 0;
      const text = shorten(block, budget - used - reserved);
      used += bytes(text);
      return text;
    })
    .join('');
}

function sizeOf(block: Block): number {
  return bytes(block.head) + bytes(block.tail) + block.rows.reduce((sum, row) => sum + bytes(row), 0);
}

function shorten(block: Block, room: number): string {
  if (sizeOf(block) <= room) return block.head + block.rows.join('') + block.tail;
  const total = block.rows.length;
  // No later number is longer than the one for all rows, so this much is enough whatever is left out.
  let size = bytes(block.head) + bytes(block.tail) + bytes(block.leftOut(total));
  let kept = 0;
  for (const row of block.rows) {
    size += bytes(row);
    if (size > room) break;
    kept += 1;
  }
  return kept ? block.head + block.rows.slice(0, kept).join('') + block.leftOut(total - kept) + block.tail : block.leftOut(total);
}
