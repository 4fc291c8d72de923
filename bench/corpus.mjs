// Builds what the bench scans, in a temporary folder: Markdown sets of several sizes and a training export.
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const CORPORA = new URL('../../shared/corpora/', import.meta.url);

/** Texts to repeat: real policy sets where they are at hand, else the example's policies stretched to their size. */
function seedTexts() {
  const folder = existsSync(CORPORA) ? CORPORA.pathname : new URL('../examples/', import.meta.url).pathname;
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((n) => n.endsWith('.md'))
    .sort();
  return names.map((n) => readFileSync(join(folder, n), 'utf8'));
}

/** Writes `count` different Markdown files of about 6.7 kB on average; returns their number and bytes. */
export function writeMarkdown(folder, count) {
  const seeds = seedTexts();
  const mean = seeds.reduce((sum, text) => sum + text.length, 0) / seeds.length;
  const stretch = Math.max(1, Math.round(6700 / mean));
  let bytes = 0;
  for (let i = 0; i < count; i += 1) {
    const dir = join(folder, `policies-${Math.floor(i / 100)}`);
    if (i % 100 === 0) mkdirSync(dir, { recursive: true });
    const seed = Array.from({ length: stretch }, (_, k) => seeds[(i + k) % seeds.length]).join('\n\n');
    const text = `${seed}\n\nCopy ${i} of the bench.\n`;
    bytes += Buffer.byteLength(text);
    writeFileSync(join(dir, `policy-${i}.md`), text);
  }
  return { files: count, bytes };
}

/** Writes a training export of `rows` rows in US dates and the roster that goes with it. */
export function writeTraining(folder, rows) {
  mkdirSync(folder, { recursive: true });
  const people = 5000;
  const courses = ['HIPAA Privacy and Security', 'Security Awareness', 'Code of Conduct', 'Phishing Simulation', 'Fire Safety'];
  const roster = ['Employee ID,Email,Job Title,Status,Hire Date'];
  for (let p = 0; p < people; p += 1) roster.push(`E${10000 + p},e${10000 + p}@bench.example,Nurse,Active,01/15/2020`);
  writeFileSync(join(folder, 'roster.csv'), `${roster.join('\n')}\n`);
  const file = openSync(join(folder, 'training-export.csv'), 'w');
  writeSync(file, 'Employee ID,Email,Course Title,Enrollment Date,Completion Date,Status,Score\n');
  for (let start = 0; start < rows; start += 10_000) {
    let part = '';
    for (let i = start; i < Math.min(rows, start + 10_000); i += 1) {
      const p = 10000 + (i % people);
      const day = 13 + (i % 15);
      part += `E${p},e${p}@bench.example,"${courses[i % courses.length]}, ${2020 + (i % 7)}",0${1 + (i % 9)}/${day}/2026,0${1 + (i % 9)}/${day}/2026,Completed,${70 + (i % 31)}\n`;
    }
    writeSync(file, part);
  }
  closeSync(file);
}
