import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Repository } from './repository.ts';

/** The result of compiling the type tests of the last release against the new build. */
export interface PreviousTypes {
  readonly status: 'compile' | 'broken' | 'none';
  /** The compiler's errors, or why there is nothing to compile. */
  readonly text: string;
}

/**
 * Compiles the type tests of the last release against the new build, as a consumer who upgrades would. Everything that they
 * import from the package by name must still exist, with the same types.
 *
 * @throws Error if there is no build.
 */
export function checkPreviousTypes(folder: string, repository: Repository): PreviousTypes {
  const { lastTag } = repository;
  if (lastTag === undefined) return { status: 'none', text: 'there is no earlier release' };
  const tests = [...repository.filesAt(lastTag, 'test/types')].filter(([path]) =>
    path.endsWith('.test-d.ts'),
  );
  if (tests.length === 0) return { status: 'none', text: `${lastTag} has no type tests` };
  const dist = join(folder, 'dist');
  if (!existsSync(join(dist, 'package.json')))
    throw new Error('dist/ is not built; run npm run build first.');
  // Below node_modules, so that the tests find vitest; in a separate package, so that they do not find the sources.
  const cache = join(folder, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const project = mkdtempSync(join(cache, 'weiban-openapi-previous-'));
  try {
    mkdirSync(join(project, 'node_modules'));
    symlinkSync(dist, join(project, 'node_modules/weiban-openapi'), 'dir');
    for (const [path, text] of tests) writeFileSync(join(project, basename(path)), text);
    writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }\n');
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(SETTINGS));
    const tsc = join(folder, 'node_modules/typescript/bin/tsc');
    const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', project], {
      cwd: project,
      encoding: 'utf8',
    });
    if (status === 0)
      return { status: 'compile', text: `the ${tests.length} type test(s) of ${lastTag} compile` };
    return { status: 'broken', text: `type tests of ${lastTag} no longer compile:\n${stdout.trim()}` };
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

const SETTINGS = {
  compilerOptions: {
    noEmit: true,
    target: 'es2023',
    lib: ['es2023', 'dom', 'dom.iterable'],
    module: 'nodenext',
    types: ['node'],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
  },
  include: ['*.test-d.ts'],
};
