import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ChangeReport,
  changelogSection,
  compareSurfaces,
  reportOf,
  stateAt,
  stateOfTree,
} from '../changes/index.ts';
import { type Bump, largerBump, nextVersion } from './next-version.ts';
import { releaseChangelog } from './release-changelog.ts';
import type { Repository } from './repository.ts';

/** What a release would do. */
export interface ReleasePlan {
  readonly version: string;
  readonly tag: string;
  readonly bump: Bump;
  /** What changed in the API since the last release; undefined for the first. */
  readonly report: ChangeReport | undefined;
  /** The new text of CHANGELOG.md. */
  readonly changelog: string;
  /** Reasons against the release, each with a fix. */
  readonly refusals: readonly string[];
}

/** The input of {@link planRelease}. */
export interface ReleaseInput {
  readonly folder: string;
  readonly repository: Repository;
  /** The smallest bump, for changes to the code, which the change report of the specification does not cover. */
  readonly atLeast: Bump;
  /** The day of the release, such as 2026-11-25. */
  readonly date: string;
}

/**
 * Plans a release: the version that the change report requires, its entry in the changelog, and the reasons against it. The
 * first release has the version in package.json.
 *
 * @throws Error if package.json or CHANGELOG.md cannot be used for a release, SpecError if the specification is not valid.
 */
export function planRelease({ folder, repository, atLeast, date }: ReleaseInput): ReleasePlan {
  const { version: current } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { lastTag } = repository;
  const report = lastTag === undefined ? undefined : reportSince(lastTag, join(folder, 'spec'));
  const bump = largerBump(report?.bump ?? 'none', atLeast);
  const version = report ? nextVersion(current, bump) : current;
  const tag = `v${version}`;
  const changes = report ? changelogSection(report) : '';
  const text = readFileSync(join(folder, 'CHANGELOG.md'), 'utf8');
  return {
    version,
    tag,
    bump,
    report,
    changelog: releaseChangelog(text, { version, date, changes }),
    refusals: [
      ...(repository.branch === 'main'
        ? []
        : [`the branch is ${repository.branch || 'none'}; releases are made on main: git switch main`]),
      ...(repository.changed.length === 0
        ? []
        : [
            `${repository.changed.length} file(s) are not committed, such as ${repository.changed[0]}: commit or stash them`,
          ]),
      ...(repository.hasTag(tag) ? [`the tag ${tag} exists already: raise the version with --at-least`] : []),
      ...(lastTag === undefined || lastTag === `v${current}`
        ? []
        : [
            `package.json has the version ${current}, but the last release is ${lastTag}: correct package.json`,
          ]),
    ],
  };
}

function reportSince(tag: string, spec: string): ChangeReport {
  return reportOf(compareSurfaces(stateAt(tag, spec), stateOfTree(spec)));
}
