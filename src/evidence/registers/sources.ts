import picomatch from 'picomatch';
import type { Config } from '../../model/config.ts';
import type { EvidenceKind } from '../../model/evidence.ts';
import type { Location } from '../../model/location.ts';
import type { SourceFile } from '../../model/workspace.ts';
import type { ProblemList } from './problems.ts';

/** A file and the kind that the configuration gives it. */
export interface ConfiguredFile {
  readonly kind: EvidenceKind;
  readonly columns: Readonly<Record<string, string>>;
}

/** path -> what the configuration says of it. A pattern that matches no file is a problem at its line in the configuration. */
export function configuredFiles(files: readonly SourceFile[], config: Config, problems: ProblemList): Map<string, ConfiguredFile> {
  const found = new Map<string, ConfiguredFile>();
  for (const [kind, { files: patterns, columns }] of config.sources) {
    if (kind === 'policy') continue;
    for (const pattern of patterns) {
      const matches = picomatch(pattern.replace(/^\.\//, ''), { dot: true });
      const matched = files.filter((file) => matches(file.path));
      for (const file of matched) found.set(file.path, { kind, columns });
      if (matched.length === 0) {
        problems.add(
          'broken-file',
          `no file matches "${pattern}"; correct the path (it is relative to the scanned folder)`,
          placeOf(pattern, files, config),
        );
      }
    }
  }
  return found;
}

/** Where the configuration writes a path. */
export function placeOf(path: string, files: readonly SourceFile[], config: Config): Location {
  const file = files.find((f) => f.path === config.path);
  const lines = file?.text().split('\n') ?? [];
  const index = lines.findIndex((line) => line.includes(path));
  return { path: config.path ?? 'cleanbill.yml', line: Math.max(0, index) + 1, column: Math.max(0, lines[index]?.indexOf(path) ?? 0) + 1 };
}
