import type { FactPage } from '../../evidence/facts/facts.ts';
import { type Heading, readHeadings } from '../../evidence/facts/headings.ts';
import { readLedger, type State } from '../../evidence/facts/ledger.ts';
import { type Facts, readDocs } from '../../evidence/facts/read-facts.ts';
import { basePathOf, docsFolder, envelopesOf } from '../../evidence/facts/root.ts';
import { type Diagnostic, formatDiagnostic, SpecError } from '../../kit/diagnostic.ts';
import { changedFiles } from '../../kit/write-files.ts';
import { loadSpec, nameOf, type Spec } from '../../spec/load.ts';
import { withSpecLock } from '../../spec/lock-spec.ts';
import { commitFiles } from '../apply/journal.ts';
import { refuseForeign } from '../diff/foreign-pages.ts';
import type { Outcome } from '../outcome.ts';
import type { ReadPages } from '../readers/read-captures.ts';
import { categories } from './category-of.ts';
import { likelyEnvelope } from './likely-envelope.ts';
import { type PageFacts, pageFacts } from './page-facts.ts';
import { holdersOf, type ImportPlan, planImport } from './plan-import.ts';
import { readInput } from './read-input.ts';
import { editRoot, schemesOf } from './root-edits.ts';
import { findSecurity, type Ways } from './security-schemes.ts';

/** Arguments of {@link importFacts}. */
export interface ImportOptions {
  readonly spec: string;
  readonly targets: readonly string[];
  /** Paths or page ids; empty for all. */
  readonly only: readonly string[];
  /** The category of captured pages that name none. */
  readonly category: string | undefined;
  /** Whether facts that are marked incomplete replace complete ones. */
  readonly replace: boolean;
  readonly dryRun: boolean;
}

/**
 * Imports fact sheets and captured pages into `spec/docs/` and the ledger, all of them or none. A page that cannot be taken
 * stops no other.
 * @throws SpecError if the input is bad; nothing is written then.
 */
export async function importFacts(options: ImportOptions): Promise<Outcome> {
  if (options.dryRun) return outcomeOf(planFiles(options), true);
  return await withSpecLock(options.spec, 'docs import', async (lock) => {
    const planned = planFiles(options);
    commitFiles(lock, planned.changed);
    return outcomeOf(planned, false);
  });
}

interface Planned {
  readonly plan: ImportPlan;
  /** How many files the import gives, the unchanged ones included. */
  readonly files: number;
  /** The files that differ from those on disk. */
  readonly changed: ReadonlyMap<string, string>;
  /** What a person should know, one sentence each. */
  readonly notes: readonly string[];
  readonly refused: readonly Diagnostic[];
}

function planFiles(options: ImportOptions): Planned {
  const spec = loadSpec(options.spec);
  const folder = docsFolder(spec);
  const basePath = basePathOf(spec);
  const facts = readDocs(folder);
  const headings = readHeadings(folder);
  const { sheets, pages } = readInput(options.targets);
  const kept = options.replace ? [] : sheets.pages.filter((page) => wouldLose(page, facts));
  const captured = takePages(spec, { pages, facts, headings }, options);
  const holders = holdersOf(facts, folder, basePath);
  const target = { folder, basePath, rows: readLedger(folder).rows, headings, holders };
  const homes = captured.homes.map(({ category, slug }) => ({ heading: category, category: slug }));
  // What is known already is not looked for among what is new.
  const only = options.only.filter((wanted) => !captured.known.has(wanted));
  const plan = planImport(
    {
      pages: [...sheets.pages.filter((page) => !kept.includes(page)), ...captured.pages],
      headings: [...sheets.headings, ...homes],
    },
    target,
    only,
  );
  const root = captured.root === undefined ? [] : [[spec.root.path, captured.root] as const];
  return {
    plan,
    files: plan.files.size + root.length,
    changed: changedFiles(new Map([...plan.files, ...root])),
    notes: [...kept.map(keptNote), ...captured.notes],
    refused: captured.refused,
  };
}

/** Whether a page of a sheet is marked incomplete although the facts of the same page are complete. */
function wouldLose(page: FactPage, facts: readonly Facts[]): boolean {
  if (page.complete || page.kind !== 'endpoint') return false;
  const isSame = (old: FactPage) =>
    old.page === page.page && page.page !== 'unknown'
      ? true
      : old.path !== undefined && old.path === page.path && old.method === page.method;
  return facts.some(({ page: old }) => old.kind === 'endpoint' && old.complete && isSame(old));
}

function keptNote({ page, title, method, path }: FactPage): string {
  return `kept: the facts of ${method} ${path} (${title}, ${page}) are complete, and the sheet says that it is not; give --replace to replace them, or merge it with npm run docs -- apply`;
}

interface Captured extends Pick<PageFacts, 'pages' | 'homes' | 'refused'> {
  readonly notes: readonly string[];
  /** The paths and ids of the pages that the facts know already. */
  readonly known: ReadonlySet<string>;
  /** The new text of the root document; undefined if there are no pages. */
  readonly root: string | undefined;
}

const NOTHING: Captured = { pages: [], homes: [], refused: [], notes: [], known: new Set(), root: undefined };

const NEXT =
  'next: npm run docs -- scaffold --all writes the first paths of endpoints that have none, with the same --spec';

/** Takes the captured pages that are new, and what they say of the whole API. */
function takePages(
  spec: Spec,
  given: {
    readonly pages: ReadPages;
    readonly facts: readonly Facts[];
    readonly headings: readonly Heading[];
  },
  { category, only }: ImportOptions,
): Captured {
  if (given.pages.captures.length + given.pages.refused.length === 0) return NOTHING;
  const { captures, refused } = refuseForeign(given.pages, basePathOf(spec));
  const chosen = captures.filter(
    ({ path, page }) => only.length === 0 || only.includes(path) || only.includes(String(page)),
  );
  const security = findSecurity(chosen);
  const found = pageFacts(chosen, {
    spec,
    facts: given.facts,
    homeOf: categories(captures, given.headings, category),
    security,
    schemes: schemesOf(spec, security),
  });
  if (found.pages.length + found.known.length === 0) throw new SpecError([...refused, ...found.refused]);
  const servers = [...new Set(chosen.flatMap((capture) => capture.servers ?? []))];
  const envelope = Object.keys(envelopesOf(spec)).length === 0 ? likelyEnvelope(found.pages) : undefined;
  const usual = mostFrequent(chosen.map(security.waysOf));
  return {
    pages: found.pages,
    homes: found.homes,
    refused: [...refused, ...found.refused],
    known: new Set(found.known.flatMap(({ path, page }) => [path, ...(page === undefined ? [] : [page])])),
    root: editRoot(spec, { homes: found.homes, servers, security, usual }),
    notes: [
      ...found.twice.map(
        ({ page, of }) =>
          `${page.page} (${page.title}) describes ${page.method} ${page.path} like ${of.page} (${of.title}), which says more; it is kept in docs/duplicates/`,
      ),
      ...security.unknown.map((what) => `${what} has no form of OpenAPI and is not taken over`),
      ...chosen.flatMap(({ from, ignored = [] }) =>
        ignored.map((what) => `${from}: ${what} is not taken over`),
      ),
      ...found.pages.flatMap(({ complete, missing, method, path, title }) =>
        complete
          ? []
          : [
              `${method} ${path} (${title}) is read without ${String(missing)}: its facts say complete: false`,
            ],
      ),
      ...(found.known.length > 0
        ? [
            `${found.known.length} pages are in the facts already and stay; npm run docs -- apply merges what changed`,
          ]
        : []),
      ...(envelope === undefined ? [] : [envelope]),
      ...(found.pages.length > 0 ? [NEXT] : []),
    ],
  };
}

/** The ways that occur most often. */
function mostFrequent(all: readonly Ways[]): Ways {
  const counts = new Map<string, { readonly ways: Ways; count: number }>();
  for (const ways of all.filter(({ length }) => length > 0)) {
    const key = JSON.stringify(ways);
    const entry = counts.get(key) ?? { ways, count: 0 };
    entry.count++;
    counts.set(key, entry);
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.ways ?? [];
}

function outcomeOf({ plan, files, changed, notes, refused }: Planned, dryRun: boolean): Outcome {
  const names = [...changed.keys()].map(nameOf).sort();
  const states: Partial<Record<State, number>> = {};
  for (const { state } of plan.rows) states[state] = (states[state] ?? 0) + 1;
  const counts = Object.entries(states)
    .map(([state, count]) => `${count} ${state}`)
    .join(', ');
  const verb = dryRun ? 'would be written' : 'written';
  const failed =
    refused.length > 0 ? [`${refused.length} could not be taken:`, ...refused.map(formatDiagnostic)] : [];
  const summary = `${plan.rows.length} pages (${counts}); ${names.length} of ${files} files ${verb}`;
  return {
    text: [...names, ...notes, ...failed, summary].join('\n'),
    data: { pages: plan.rows.length, states, files, changed: names, notes, refused, dryRun },
    code: refused.length > 0 ? 1 : 0,
  };
}
