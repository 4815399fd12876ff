import type { FactPage } from '../../evidence/facts/facts.ts';
import type { Facts } from '../../evidence/facts/read-facts.ts';
import { seatsOf } from '../../evidence/facts/root.ts';
import { type Diagnostic, SpecError } from '../../kit/diagnostic.ts';
import type { Spec } from '../../spec/load.ts';
import { validFacts } from '../apply/changed-facts.ts';
import { newFacts } from '../diff/merge-capture.ts';
import type { Capture } from '../readers/capture.ts';
import type { Home } from './category-of.ts';
import type { FoundSecurity, Ways } from './security-schemes.ts';

/** Captured pages as facts. */
export interface PageFacts {
  readonly pages: readonly FactPage[];
  readonly homes: readonly Home[];
  /** Pages that the facts know already. They stay as they are. */
  readonly known: readonly Capture[];
  /** Pages whose endpoint another page of this import describes more fully. */
  readonly twice: readonly { readonly page: FactPage; readonly of: FactPage }[];
  /** One diagnostic for each page that gives no valid facts. */
  readonly refused: readonly Diagnostic[];
}

/** What {@link pageFacts} needs to know. */
export interface PageWorld {
  readonly spec: Spec;
  readonly facts: readonly Facts[];
  readonly homeOf: (capture: Capture) => Home;
  readonly security: FoundSecurity;
  /** The names of security schemes that operations may use. */
  readonly schemes: ReadonlySet<string>;
}

/**
 * Turns captured pages that are new into facts. If several describe the same endpoint, the one with the most fields leads,
 * and the others are kept as duplicates of it.
 */
export function pageFacts(captures: readonly Capture[], world: PageWorld): PageFacts {
  const known = captures.filter((capture) => world.facts.some((facts) => isOf(facts.page, capture)));
  const fresh = captures.filter((capture) => !known.includes(capture));
  const refused: Diagnostic[] = [];
  const taken = fresh.flatMap((capture): { page: FactPage; home: Home }[] => {
    const home = world.homeOf(capture);
    const page = {
      ...newFacts(capture, { ...home, seats: seatsOf(world.spec) }),
      ...securityOf(capture, world),
    };
    const mistakes = mistakesIn(page, capture, world);
    refused.push(...mistakes);
    return mistakes.length > 0 ? [] : [{ page, home }];
  });
  const lead = leaders(
    taken.map(({ page }) => page),
    world.facts,
  );
  const twice: { page: FactPage; of: FactPage }[] = [];
  const pages = taken.map(({ page }) => {
    const of = lead.get(placeOf(page));
    if (of === undefined || of === page) return page;
    twice.push({ page, of });
    return { ...page, same_path_as: of.page };
  });
  return { pages, homes: taken.map(({ home }) => home), known, twice, refused };
}

function isOf(page: FactPage, capture: Capture): boolean {
  if (page.kind !== 'endpoint') return false;
  const isSameId = capture.page !== undefined && page.page === capture.page;
  const isOther = capture.page !== undefined && page.page !== 'unknown' && !isSameId;
  return isSameId || (!isOther && placeOf(page) === `${capture.method} ${capture.path}`);
}

function placeOf({ method, path }: FactPage): string {
  return `${method} ${path}`;
}

/** The page that stands for each endpoint: the one in the facts already, else the one that shows the most. */
function leaders(pages: readonly FactPage[], facts: readonly Facts[]): ReadonlyMap<string, FactPage> {
  const lead = new Map(
    facts.flatMap(({ page }): [string, FactPage][] =>
      page.kind === 'endpoint' && page.same_path_as === undefined ? [[placeOf(page), page]] : [],
    ),
  );
  const ranked = [...pages].sort((a, b) => sizeOf(b) - sizeOf(a));
  for (const page of ranked) if (!lead.has(placeOf(page))) lead.set(placeOf(page), page);
  return lead;
}

/** How much a page says: the number of its names. */
function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + sizeOf(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, item]) => sum + (key === 'name' ? 1 : 0) + (key === 'example' ? 0 : sizeOf(item)),
    0,
  );
}

/** The schemes that the page uses, if operations may differ in them. */
function securityOf(capture: Capture, { security, schemes }: PageWorld): { security?: Ways } {
  const ways = security.waysOf(capture);
  return schemes.size > 0 && ways.flat().every((name) => schemes.has(name)) ? { security: ways } : {};
}

function mistakesIn(page: FactPage, capture: Capture, { spec }: PageWorld): readonly Diagnostic[] {
  try {
    validFacts(spec.folder, page);
    return [];
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    const { from, method, path, title, page: id } = capture;
    const name = `${method} ${path} (${[title, id].filter(Boolean).join(', ')})`;
    const place = { file: from, line: 1, column: 1 };
    return error.diagnostics.map((mistake) => ({
      ...mistake,
      message: `${name}: ${mistake.message}`,
      place,
    }));
  }
}
