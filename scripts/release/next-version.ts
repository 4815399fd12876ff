import type { ChangeReport } from '../changes/index.ts';

/** How much a release raises the version; `none` for a change to the specification that does not affect consumers. */
export type Bump = ChangeReport['bump'];

export const BUMPS = ['none', 'patch', 'minor', 'major'] as const satisfies readonly Bump[];

/**
 * Returns the next version. A release raises it at least by a patch. Before 1.0.0, a major change raises the minor number and
 * a minor change the patch number, because npm's `^0.1.0` reads them that way.
 *
 * @throws Error if the version is not three numbers.
 */
export function nextVersion(version: string, bump: Bump): string {
  const [, ...numbers] = /^(\d+)\.(\d+)\.(\d+)$/.exec(version) ?? [];
  const [major, minor, patch] = numbers.map(Number);
  if (major === undefined || minor === undefined || patch === undefined)
    throw new Error(
      `package.json: the version ${JSON.stringify(version)} is not three numbers; correct it by hand.`,
    );
  const raised = major === 0 ? (bump === 'major' ? 'minor' : 'patch') : bump;
  if (raised === 'major') return `${major + 1}.0.0`;
  if (raised === 'minor') return `${major}.${minor + 1}.0`;
  return `${major}.${minor}.${patch + 1}`;
}

/** Returns the larger of two bumps. */
export function largerBump(a: Bump, b: Bump): Bump {
  return BUMPS.indexOf(a) > BUMPS.indexOf(b) ? a : b;
}
