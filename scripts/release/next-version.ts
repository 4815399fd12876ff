import type { ChangeReport } from '../changes/index.ts';

/** How much a release raises the version; `none` is what a change of the specification that nobody feels calls for. */
export type Bump = ChangeReport['bump'];

export const BUMPS = ['none', 'patch', 'minor', 'major'] as const satisfies readonly Bump[];

/**
 * The version after this one. A release raises it by a patch at least. Before 1.0.0 a major change raises the minor number, and a minor one
 * the patch number: that is how npm's `^0.1.0` reads them.
 *
 * @throws Error where the version is not three numbers.
 */
export function nextVersion(version: string, bump: Bump): string {
  const [, ...numbers] = /^(\d+)\.(\d+)\.(\d+)$/.exec(version) ?? [];
  const [major, minor, patch] = numbers.map(Number);
  if (major === undefined || minor === undefined || patch === undefined)
    throw new Error(
      `package.json: the version ${JSON.stringify(version)} is not three numbers; mend it by hand.`,
    );
  const raised = major === 0 ? (bump === 'major' ? 'minor' : 'patch') : bump;
  if (raised === 'major') return `${major + 1}.0.0`;
  if (raised === 'minor') return `${major}.${minor + 1}.0`;
  return `${major}.${minor}.${patch + 1}`;
}

/** The graver of two. */
export function graver(one: Bump, other: Bump): Bump {
  return BUMPS.indexOf(one) > BUMPS.indexOf(other) ? one : other;
}
