import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decode } from '../src/files/text.ts';
import { NoSuchFolder, readTree } from '../src/files/tree.ts';
import { CannotWrite, writeWhole } from '../src/files/write.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cleanbill-files-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}
const paths = (dir = root) => readTree(dir).files.map((f) => f.path);
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd: root, stdio: 'pipe' });

describe('readTree', () => {
  it('reads Markdown, YAML, JSON and CSV, sorted, and nothing else', () => {
    put({ 'b.md': '', 'a/x.yml': '', 'a/y.CSV': '', 'z.json': '', 'c.exe': '', 'd.txt': '' });
    expect(paths()).toEqual(['a/x.yml', 'a/y.CSV', 'b.md', 'z.json']);
  });

  it('skips .git and node_modules at any depth, and lock files', () => {
    put({
      'node_modules/a.md': '',
      'x/node_modules/b.md': '',
      '.git/c.md': '',
      'package-lock.json': '{}',
      'pnpm-lock.yaml': '',
      'k.md': '',
    });
    expect(paths()).toEqual(['k.md']);
  });

  it('skips what Git ignores, in nested files and with exceptions', () => {
    put({
      '.gitignore': 'drafts/\n*.tmp.md\n!keep.tmp.md\n',
      'drafts/a.md': '',
      'b.tmp.md': '',
      'keep.tmp.md': '',
      'x/.gitignore': 'secret.md\n',
      'x/secret.md': '',
      'x/open.md': '',
      'secret.md': '',
    });
    expect(paths()).toEqual(['keep.tmp.md', 'secret.md', 'x/open.md']);
  });

  it('honours ignore files above the scanned folder in the same work tree', () => {
    git('init', '-q');
    put({ '.gitignore': 'sub/out/\n', 'sub/out/a.md': '', 'sub/in/b.md': '' });
    expect(paths(join(root, 'sub'))).toEqual(['in/b.md']);
  });

  it('never follows a link, and says so', () => {
    put({ 'outside/secret.md': 'x', 'in/real.md': '' });
    symlinkSync(join(root, 'outside/secret.md'), join(root, 'in/link.md'));
    symlinkSync(join(root, 'outside'), join(root, 'in/folder'));
    const tree = readTree(join(root, 'in'));
    expect(tree.files.map((f) => f.path)).toEqual(['real.md']);
    expect(tree.unread).toEqual([
      { path: 'folder', reason: 'a symbolic link; links are never followed', isLink: true },
      { path: 'link.md', reason: 'a symbolic link; links are never followed', isLink: true },
    ]);
  });

  it('says what it did not read for its size or number', () => {
    put({ 'big.md': 'x'.repeat(2000), 'small.md': 'x', 'rows.csv': 'x'.repeat(2000) });
    const limits = { fileBytes: 1000, csvBytes: 3000, files: 10 };
    expect(readTree(root, limits).unread).toEqual([{ path: 'big.md', reason: '2 kB, limit 1 kB', isLink: false }]);
    const few = readTree(root, { ...limits, files: 1 });
    expect(few.files).toHaveLength(0);
    expect(few.unread.map((u) => u.reason)).toContain('this file and all after it: more than 1 files');
  });

  it('refuses a folder that does not exist with what to do', () => {
    expect(() => readTree(join(root, 'nope'))).toThrow(NoSuchFolder);
    put({ 'file.md': '' });
    expect(() => readTree(join(root, 'file.md'))).toThrow(/is a file, not a folder; name the folder/);
  });

  it('knows the commit and last commits, and none of a shallow clone', () => {
    git('init', '-q');
    put({ 'a b.md': '1', 'x.md': '1' });
    git('add', '.');
    git('commit', '-qm', 'one', '--date', '2026-01-02T00:00:00Z');
    const tree = readTree(root);
    expect(tree.commit).toMatch(/^[0-9a-f]{40}$/);
    expect([...tree.history(['a b.md', 'missing.md']).keys()]).toEqual(['a b.md']);
    git('clone', '-q', '--depth', '1', `file://${root}`, join(root, 'shallow'));
    expect(readTree(join(root, 'shallow')).history(['x.md']).size).toBe(0);
  });
});

describe('decode', () => {
  it('knows byte order marks', () => {
    expect(decode(Buffer.from('\ufeffName'))).toBe('Name');
    expect(decode(Buffer.from('\ufeffName', 'utf16le'))).toBe('Name');
    expect(decode(Buffer.from([0xfe, 0xff, 0, 78, 0, 97]))).toBe('Na');
  });
});

describe('writeWhole', () => {
  it('writes through a temporary file and leaves none behind', () => {
    writeWhole(join(root, 'out/report.json'), '{}');
    expect(readdirSync(join(root, 'out'))).toEqual(['report.json']);
  });

  it('says in one line where it cannot write, and follows nothing planted', () => {
    put({ file: '' });
    expect(() => writeWhole(join(root, 'file/report.json'), '{}')).toThrow(CannotWrite);
    put({ 'out/target.md': 'kept' });
    symlinkSync(join(root, 'out/target.md'), join(root, `out/report.json.${process.pid}.tmp`));
    expect(() => writeWhole(join(root, 'out/report.json'), '{}')).toThrow(/cannot be written \(EEXIST\)/);
    expect(readFileSync(join(root, 'out/target.md'), 'utf8')).toBe('kept');
  });
});
