/** The entry of a release in CHANGELOG.md. */
export interface ReleaseEntry {
  readonly version: string;
  /** The day of the release, such as 2026-11-25. */
  readonly date: string;
  /** The section of the change report; empty if the specification did not change or there is no earlier release. */
  readonly changes: string;
}

const UNRELEASED = /^## Unreleased[ \t]*$/m;

/**
 * Adds a release to the text of CHANGELOG.md: the text under "Unreleased" moves to the release's own entry, followed by the
 * change report of the specification.
 *
 * @throws Error if there is no such heading, the version already has an entry, or the entry would be empty.
 */
export function releaseChangelog(text: string, { version, date, changes }: ReleaseEntry): string {
  const heading = UNRELEASED.exec(text);
  if (!heading)
    throw new Error('CHANGELOG.md: there is no line "## Unreleased"; add it above the first release.');
  if (text.includes(`\n## ${version} `))
    throw new Error(`CHANGELOG.md: ${version} already has an entry; remove it, or raise the version.`);
  const before = text.slice(0, heading.index);
  const after = text.slice(heading.index + heading[0].length);
  const next = after.search(/^## /m);
  const written = (next < 0 ? after : after.slice(0, next)).trim();
  const older = next < 0 ? '' : after.slice(next);
  const parts = [written, changes && `### The API\n\n${changes.replace(/^###/gm, '####')}`].filter(Boolean);
  if (parts.length === 0)
    throw new Error('CHANGELOG.md: there is nothing under "## Unreleased"; describe the release there.');
  const entry = [`## ${version} (${date})`, ...parts].join('\n\n');
  return `${before}## Unreleased\n\n${entry}\n${older && `\n${older}`}`;
}
