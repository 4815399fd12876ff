import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { FactPage } from '../scripts/evidence/facts/facts.ts';
import { readDocs } from '../scripts/evidence/facts/read-facts.ts';
import { cacheFolder } from '../scripts/kit/text-cache.ts';
import { pageOfFacts } from '../test/support/page-of-facts.ts';
import { renderMarkdown } from '../test/support/render-page.ts';
import { type Figure, median } from './support/figures.ts';

const ROUNDS = 5;

/** Measures what a maintainer waits for when the documentation changes: complete commands, including Node's start. */
export function docs(): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'weiban-bench-docs-'));
  try {
    const pages = readDocs('spec/docs')
      .filter(
        ({ page, source }) =>
          page.kind === 'endpoint' && page.response && !source.name.includes('duplicates'),
      )
      .map(({ page }) => page);
    // New captures, so that nothing about them is cached.
    const diff = (name: string) => {
      const all = Array.from({ length: 200 }, (_, at) => pages[at % pages.length]).flatMap(
        (page) => page ?? [],
      );
      const captures = join(folder, name);
      capture(
        captures,
        all.map((page) => changed(page, `bench_${process.pid}_${name}`)),
      );
      return run('docs', 'diff', captures).seconds;
    };
    // As on a machine where no command has run yet.
    for (const name of ['parsed-yaml', 'emitted'])
      rmSync(join(cacheFolder(process.cwd()), name), { force: true });
    const first = diff('first');
    const later = median(Array.from({ length: ROUNDS }, (_, round) => diff(`diff-${round}`)));
    const patches = Array.from({ length: ROUNDS }, (_, round) =>
      patch(join(folder, String(round)), pages.slice(0, 50)),
    );
    const section = 'docs';
    const apply = median(patches.map((run) => run.apply));
    const total = median(patches.map((run) => run.total));
    const changes = patches[0]?.followed;
    return [
      { section, name: 'docs diff of 200 pages, first command in a clone', value: first, unit: 's' },
      { section, name: 'docs diff of 200 pages', value: later, unit: 's', budget: 2 },
      { section, name: `docs apply of 50 pages (${changes} changes)`, value: apply, unit: 's' },
      { section, name: 'docs apply of 50 pages, then generate', value: total, unit: 's', budget: 6 },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Applies changed pages to a copy of the specification and generates from it. Returns seconds and the number of changes. */
function patch(
  folder: string,
  pages: readonly FactPage[],
): { apply: number; total: number; followed: number } {
  const [spec, generated, captures] = ['spec', 'generated', 'captures'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  cpSync('spec', spec, { recursive: true });
  cpSync('generated', generated, { recursive: true });
  // A new field in each round, so that nothing about it is cached.
  capture(
    captures,
    pages.map((page) => changed(page, `bench_field_${process.pid}_${basename(folder)}`)),
  );
  // A maintainer runs diff before apply.
  run('docs', 'diff', captures);
  const apply = run('docs', 'apply', captures, '--spec', spec, '--json');
  const generate = run('generate', '--spec', spec, '--out', generated);
  const { followed } = JSON.parse(apply.out) as { followed: number };
  return { apply: apply.seconds, total: apply.seconds + generate.seconds, followed };
}

/** A page with another title and an additional field. */
function changed(page: FactPage, name: string): FactPage {
  const fields = [...(page.response?.fields ?? []), { name, type: 'boolean', required: true as const }];
  return { ...page, title: `${page.title}二`, response: { ...page.response, fields } };
}

function capture(folder: string, pages: readonly FactPage[]): void {
  mkdirSync(folder, { recursive: true });
  for (const [index, page] of pages.entries())
    writeFileSync(join(folder, `${index}.md`), renderMarkdown(pageOfFacts(page)));
}

/** Runs one of the package's scripts as npm does, but without npm's start. */
function run(script: 'docs' | 'generate', ...args: readonly string[]): { seconds: number; out: string } {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const [, ...command] = scripts[script]?.split(' ') ?? [];
  const begun = performance.now();
  const { stdout, stderr, status } = spawnSync(process.execPath, [...command, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status === null || status > 1) throw new Error(stderr || stdout);
  return { seconds: (performance.now() - begun) / 1000, out: stdout };
}
