import { readContext, withFacts } from '../../evidence/compare/context.ts';
import { docsFolder } from '../../evidence/facts/root.ts';
import type { Diagnostic } from '../../kit/diagnostic.ts';
import { changedFiles } from '../../kit/write-files.ts';
import { withPaths } from '../../spec/list-paths.ts';
import type { PageDrift } from '../diff/compare-capture.ts';
import { refuseForeign } from '../diff/foreign-pages.ts';
import { holdersOf, planImport } from '../import/plan-import.ts';
import { readTargets } from '../readers/read-captures.ts';
import { planPaths } from '../scaffold/plan-paths.ts';
import { changeFacts } from './changed-facts.ts';
import type { Conflict } from './conflict.ts';
import { distinctCaptures } from './distinct-captures.ts';
import { mergePages, review } from './merge-pages.ts';
import { planChanges } from './plan-changes.ts';

/** Arguments of {@link planPages}. */
export interface PlanOptions {
  readonly spec: string;
  /** Files and folders of captured pages; `-` for standard input. */
  readonly targets: readonly string[];
  /** Whether the captures include every page, so that a page without a capture is gone. */
  readonly isAll: boolean;
  /** The category of new pages whose capture does not name one. */
  readonly category: string | undefined;
}

/** What to write for captured pages, and what a person has to decide. */
export interface PagePlan {
  readonly drift: readonly PageDrift[];
  /** How many differences the specification follows. */
  readonly followed: number;
  /** New texts by absolute path: facts, ledger, new and changed files of the specification. */
  readonly files: ReadonlyMap<string, string>;
  readonly conflicts: readonly Conflict[];
  /** Everything else that a person has to handle, in the captures and in the specification. */
  readonly open: readonly Diagnostic[];
}

/**
 * Merges old facts, captured pages and the curated specification in memory. The facts follow the pages. The
 * specification follows a page wherever the two agreed before, and stays where somebody curated it.
 * @throws SpecError for bad input.
 */
export async function planPages(options: PlanOptions): Promise<PagePlan> {
  const base = readContext(options.spec);
  const { spec, basePath, ledger, headings } = base;
  const known = base.facts.map(({ page }) => page);
  const read = distinctCaptures(refuseForeign(readTargets(options.targets), basePath), known);
  const isAll = options.isAll && read.refused.length === 0;
  const found = changeFacts(base, read.captures, { ...options, isAll });
  const { drift, changed, added } = found;
  const open = [...read.refused, ...found.open];
  const pages = [...changed.map(({ now }) => now), ...added];
  const urls = new Set(read.captures.map(({ path }) => path));
  if (pages.length === 0) {
    const { conflicts, findings } = await review({ base, merged: base, undecided: [], urls });
    return { drift, followed: 0, files: new Map(), conflicts, open: [...open, ...findings] };
  }

  const folder = docsFolder(spec);
  const holders = holdersOf(base.facts, folder, basePath);
  const target = { folder, basePath, rows: ledger.rows, headings, holders };
  const only = pages.map(({ path = '' }) => path);
  const texts = new Map(changed.map(({ now, facts }) => [now, facts.source.text]));
  const facts = planImport({ pages, headings: [] }, target, only, texts).files;
  // A path that somebody curated without a page stays, and is compared with the new facts.
  const paths = planPaths(spec, added);
  const root = withPaths(spec.root, paths.files);
  const furtherFiles = new Map([...facts, ...paths.texts, [spec.root.path, root]]);
  const next = withFacts(
    base,
    changed.map((page) => page.facts),
  );
  const { files, followed, conflicts, findings } = await mergePages(
    base,
    next,
    planChanges(base, next, changed),
    furtherFiles,
    urls,
  );
  const sorted = [...changedFiles(files)].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    drift,
    followed,
    files: new Map(sorted),
    conflicts,
    open: [...open, ...findings],
  };
}
