import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { lock } from 'proper-lockfile';

/** The path below which the built site is served: nothing on it may rely on the root. */
export const SITE_BASE = '/weiban/';

const FOLDER = 'dist/test-site';
const BUILT_BY = 'dist/test-site.run';

/**
 * Builds the reference site once for a run of the tests, and returns its folder. VitePress cannot build twice at a time in one
 * project, and a build takes half a minute, so that test files share it.
 * @throws Error with the build's output if it fails.
 */
export async function builtSite(): Promise<string> {
  mkdirSync(FOLDER, { recursive: true });
  const release = await lock(FOLDER, {
    stale: 600_000,
    retries: { retries: 600, minTimeout: 1000, factor: 1 },
  });
  try {
    // The workers of one run have the same parent.
    const run = String(process.ppid);
    if (readText(BUILT_BY) === run) return FOLDER;
    const built = spawnSync('npm', ['run', 'docs:site', '--', '--base', SITE_BASE, '--out', FOLDER], {
      encoding: 'utf8',
    });
    if (built.status !== 0) throw new Error(`docs:site failed:\n${built.stdout}${built.stderr}`);
    writeFileSync(BUILT_BY, run);
    return FOLDER;
  } finally {
    await release();
  }
}

/** The width of a page's content, and the size of the smallest text among some elements, in CSS pixels. */
export async function measureText(
  page: Page,
  elements: string,
): Promise<{ width: number; smallest: number }> {
  return await page.evaluate(
    (selector) => ({
      width: document.documentElement.scrollWidth,
      smallest: Math.min(
        ...Array.from(document.querySelectorAll(selector), (element) =>
          Number.parseFloat(getComputedStyle(element).fontSize),
        ),
      ),
    }),
    elements,
  );
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
