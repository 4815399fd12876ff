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
import { type Bump, graver, nextVersion } from './next-version.ts';
import { releaseChangelog } from './release-changelog.ts';
import type { Repository } from './repository.ts';

/** What a release would do. */
export interface ReleasePlan {
  readonly version: string;
  readonly tag: string;
  readonly bump: Bump;
  /** What changed in the API since the last release; undefined for the first. */
  readonly report: ChangeReport | undefined;
  /** CHANGELOG.md as it would be. */
  readonly changelog: string;
  /** Why the release may not be made, each with the mend. */
  readonly refusals: readonly string[];
}

/** What is known when a release is planned. */
export interface Circumstances {
  readonly folder: string;
  readonly repository: Repository;
  /** What a person knows of the code that the change report of the specification does not. */
  readonly atLeast: Bump;
  /** As 2026-11-25. */
  readonly date: string;
}

/**
 * Plans a release: the version that the change report calls for, its entry in the change log, and whatever stands against it. The first
 * release has the version of package.json.
 *
 * @throws Error where package.json or CHANGELOG.md are not as a release needs them, SpecError where the specification is not.
 */
export function planRelease({ folder, repository, atLeast, date }: Circumstances): ReleasePlan {
  const { version: current } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { lastTag } = repository;
  const report = lastTag === undefined ? undefined : reportSince(lastTag, join(folder, 'spec'));
  const bump = graver(report?.bump ?? 'none', atLeast);
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
            `${repository.changed.length} file(s) are not committed, ${repository.changed[0]} first: commit or stash them`,
          ]),
      ...(repository.hasTag(tag) ? [`the tag ${tag} exists already: raise the version with --at-least`] : []),
      ...(lastTag === undefined || lastTag === `v${current}`
        ? []
        : [
            `package.json says ${current} and the last release is ${lastTag}: make package.json say the same`,
          ]),
    ],
  };
}

function reportSince(tag: string, spec: string): ChangeReport {
  return reportOf(compareSurfaces(stateAt(tag, spec), stateOfTree(spec)));
}
