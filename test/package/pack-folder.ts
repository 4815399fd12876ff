import { join } from 'node:path';
import { runProgram } from './run-program.ts';

/** A tarball as npm made it. */
export interface PackedPackage {
  /** Its path. */
  readonly tarball: string;
  /** Every file in it, from the package's root. */
  readonly files: readonly string[];
  /** Its bytes. */
  readonly size: number;
}

/**
 * Packs a package as `npm publish` would.
 * @throws Error where npm refuses.
 */
export async function packFolder(folder: string, destination: string): Promise<PackedPackage> {
  const printed = await runProgram('npm', ['pack', '--json', '--pack-destination', destination], {
    cwd: folder,
  });
  // npm 10 and 11 print a list, npm 12 an object by name.
  const [packed] = Object.values<{ filename: string; size: number; files: { path: string }[] }>(
    JSON.parse(printed),
  );
  if (!packed) throw new Error(`npm pack made nothing of ${folder}`);
  const { filename, size, files } = packed;
  return { tarball: join(destination, filename), size, files: files.map(({ path }) => path) };
}
