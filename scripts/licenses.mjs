// The licence texts of every package that ends up in a bundle.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `node_modules/a/node_modules/@b/c/x.js` -> `node_modules/a/node_modules/@b/c` */
function packageFolder(input) {
  const parts = input.split('node_modules/');
  if (parts.length < 2) return null;
  const [first, second] = parts.at(-1).split('/');
  return `${parts.slice(0, -1).join('node_modules/')}node_modules/${first.startsWith('@') ? `${first}/${second}` : first}`;
}

/** One text with name, version, licence id and licence text of each package; throws when a package has none. */
export function licenseNotices(root, metafile) {
  const folders = [
    ...new Set(
      Object.keys(metafile.inputs)
        .map(packageFolder)
        .filter((f) => f !== null),
    ),
  ].sort();
  const notices = folders.map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
    if (!license) throw new Error(`${name} states no licence`);
    const text =
      file && existsSync(join(root, folder, file)) ? readFileSync(join(root, folder, file), 'utf8').trim() : `Licence: ${license}`;
    return { key: `${name}@${version}`, text: `${name} ${version} (${license})\n\n${text.replaceAll('\r\n', '\n')}\n` };
  });
  const unique = [...new Map(notices.map((n) => [n.key, n.text])).values()];
  return `Cleanbill is bundled with the following packages.\n\n${unique.join(`\n${'-'.repeat(78)}\n\n`)}`;
}
