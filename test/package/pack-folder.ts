import { join } from 'node:path';
import { runProgram } from './run-program.ts';

/** A tarball of npm. */
export interface PackedPackage {
  /** The path of the tarball. */
  readonly tarball: string;
  /** Every file in it, relative to the package's root. */
  readonly files: readonly string[];
  /** The size in bytes. */
  readonly size: number;
}

/**
 * Packs a package as `npm publish` would.
 * @throws Error if npm fails.
 */
export async function packFolder(folder: string, destination: string): Promise<PackedPackage> {
  const printed = await runProgram('npm', ['pack', '--json', '--pack-destination', destination], {
    cwd: folder,
  });
  // npm 10 and 11 print a list, npm 12 an object by name.
  const [packed] = Object.values<{ filename: string; size: number; files: { path: string }[] }>(
    JSON.parse(printed),
  );
  if (!packed) throw new Error(`npm pack created no tarball of ${folder}`);
  const { filename, size, files } = packed;
  return { tarball: join(destination, filename), size, files: files.map(({ path }) => path) };
}
