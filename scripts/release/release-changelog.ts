/** What a release says in CHANGELOG.md. */
export interface ReleaseEntry {
  readonly version: string;
  /** As 2026-11-25. */
  readonly date: string;
  /** The section of the change report; empty where the specification did not change, or nothing was released before. */
  readonly changes: string;
}

const UNRELEASED = /^## Unreleased[ \t]*$/m;

/**
 * CHANGELOG.md with a new release: what stood under "Unreleased" becomes its own, and the change report of the specification follows.
 *
 * @throws Error where there is no such heading, the version has an entry already, or there is nothing to tell.
 */
export function releaseChangelog(text: string, { version, date, changes }: ReleaseEntry): string {
  const heading = UNRELEASED.exec(text);
  if (!heading)
    throw new Error('CHANGELOG.md: there is no line "## Unreleased"; add it above the first release.');
  if (text.includes(`\n## ${version} `))
    throw new Error(`CHANGELOG.md: ${version} has an entry already; remove it, or raise the version.`);
  const before = text.slice(0, heading.index);
  const after = text.slice(heading.index + heading[0].length);
  const next = after.search(/^## /m);
  const written = (next < 0 ? after : after.slice(0, next)).trim();
  const older = next < 0 ? '' : after.slice(next);
  const told = [written, changes && `### The API\n\n${changes.replace(/^###/gm, '####')}`].filter(Boolean);
  if (told.length === 0)
    throw new Error('CHANGELOG.md: there is nothing under "## Unreleased"; say what the release is for.');
  const entry = [`## ${version} (${date})`, ...told].join('\n\n');
  return `${before}## Unreleased\n\n${entry}\n${older && `\n${older}`}`;
}
