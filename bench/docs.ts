import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FactPage } from '../scripts/docs/facts.ts';
import { readDocs } from '../scripts/docs/read-facts.ts';
import { pageOfFacts } from '../test/support/page-of-facts.ts';
import { renderMarkdown } from '../test/support/render-page.ts';
import type { Figure } from './support/figures.ts';

/** What a maintainer waits for on the day the documentation changes, each as a whole command with Node's start. */
export function docs(): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'weiban-bench-docs-'));
  try {
    cpSync('spec', join(folder, 'spec'), { recursive: true });
    const pages = readDocs('spec/docs')
      .filter(
        ({ page, source }) =>
          page.kind === 'endpoint' && page.response && !source.name.includes('duplicates'),
      )
      .map(({ page }) => page);
    const all = Array.from({ length: 200 }, (_, index) => pages[index % pages.length]).flatMap(
      (page) => page ?? [],
    );
    capture(join(folder, 'all'), all);
    capture(join(folder, 'changed'), pages.slice(0, 50).map(changed));
    const spec = join(folder, 'spec');
    const diff = run('scripts/docs.ts', 'diff', join(folder, 'all'), '--spec', spec);
    const apply = run('scripts/docs.ts', 'apply', join(folder, 'changed'), '--spec', spec, '--json');
    const { followed } = JSON.parse(apply.out) as { followed: number };
    const generated = join(folder, 'generated');
    cpSync('generated', generated, { recursive: true });
    const generate = run('scripts/generate.ts', '--spec', spec, '--out', generated);
    const patch = apply.seconds + generate.seconds;
    const section = 'docs';
    return [
      { section, name: 'docs diff of 200 pages', value: diff.seconds, unit: 's', budget: 2 },
      { section, name: `docs apply of 50 pages (${followed} changes)`, value: apply.seconds, unit: 's' },
      { section, name: 'and generate after it', value: patch, unit: 's', budget: 6 },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A page with another title and a field more. */
function changed(page: FactPage): FactPage {
  const fields = [
    ...(page.response?.fields ?? []),
    { name: 'bench_field', type: 'boolean', required: true as const },
  ];
  return { ...page, title: `${page.title}二`, response: { ...page.response, fields } };
}

function capture(folder: string, pages: readonly FactPage[]): void {
  mkdirSync(folder);
  for (const [index, page] of pages.entries())
    writeFileSync(join(folder, `${index}.md`), renderMarkdown(pageOfFacts(page)));
}

function run(...args: readonly string[]): { seconds: number; out: string } {
  const begun = performance.now();
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status === null || status > 1) throw new Error(stderr || stdout);
  return { seconds: (performance.now() - begun) / 1000, out: stdout };
}
