import type { Context } from '../../evidence/compare/context.ts';
import { checkPage } from '../../evidence/facts/check-page.ts';
import type { FactPage } from '../../evidence/facts/facts.ts';
import type { Heading } from '../../evidence/facts/headings.ts';
import type { Facts } from '../../evidence/facts/read-facts.ts';
import { seatsOf } from '../../evidence/facts/root.ts';
import { type Diagnostic, SpecError } from '../../kit/diagnostic.ts';
import { nameOf } from '../../spec/load.ts';
import { parseSource, sourceOf } from '../../spec/source.ts';
import { yamlText } from '../../spec/yaml-text.ts';
import type { PageDrift } from '../diff/compare-capture.ts';
import { findDrift } from '../diff/find-drift.ts';
import { mergeCapture, newFacts } from '../diff/merge-capture.ts';
import type { Capture } from '../readers/capture.ts';
import type { ChangedPage } from './change.ts';

/** What captured pages come to: the facts that change, those that are new, and what a person has to see to first. */
export interface ChangedFacts {
  readonly drift: readonly PageDrift[];
  readonly changed: readonly (ChangedPage & { readonly facts: Facts })[];
  readonly added: readonly FactPage[];
  readonly open: readonly Diagnostic[];
}

/** How captures are read into facts. */
export interface ChangeOptions {
  /** Whether the captures are all pages that there are. */
  readonly isAll: boolean;
  /** The category of new pages whose capture does not tell it. */
  readonly category: string | undefined;
}

/**
 * Compares captures with the facts and makes the facts that follow from them.
 * @throws SpecError where a page would give facts that are none, such as a type or a path that cannot be.
 */
export function changeFacts(
  { spec, facts, headings }: Context,
  captures: readonly Capture[],
  { isAll, category }: ChangeOptions,
): ChangedFacts {
  const seats = seatsOf(spec);
  const drift = findDrift(
    facts.map(({ page }) => page),
    captures,
    { seats, isAll },
  );
  const open: Diagnostic[] = [];
  const changed: ChangedFacts['changed'][number][] = [];
  const added: FactPage[] = [];
  for (const [index, { state, page, changes, method, path, title, proposals }] of drift.entries()) {
    const capture = captures[index];
    const report = (message: string, fix: string) => {
      const place = capture && { file: capture.from, line: 1, column: 1 };
      open.push({ code: `page-${state}`, message, fix, ...(place && { place }) });
    };
    if (state === 'gone')
      report(
        `page ${page} (${title}, ${method} ${path}) is gone`,
        'delete its facts, its path and its ledger row, or find where it went',
      );
    for (const proposal of proposals)
      report(
        `${method} ${path} (${title}): ${proposal}, and nothing says in which object`,
        "give the page's Markdown, which nests its fields, or import its facts by hand",
      );
    if (capture === undefined || state === 'unchanged') continue;
    if (state === 'new') {
      const home = homeOf(capture, headings, category);
      if (home === undefined)
        report(
          `${method} ${path} (${title}) is new, and nothing says which category it belongs to`,
          "give --category <slug>, one of the root's tags",
        );
      else added.push(sound(spec.folder, newFacts(capture, { ...home, seats })).page);
      continue;
    }
    const old = facts.find((one) => one.page.kind === 'endpoint' && one.page.page === page);
    if (old === undefined) continue;
    const moved = changes.find(({ what }) => what === 'path' || what === 'method');
    if (moved !== undefined) {
      report(
        `page ${page} (${title}): the ${moved.what} was ${String(moved.from)} and is ${String(moved.to)}`,
        'move its facts and its path to where they belong, then apply again',
      );
      continue;
    }
    const merged = sound(old.source.path, mergeCapture(old.page, capture, seats));
    changed.push({ before: old.page, now: merged.page, facts: merged });
  }
  return { drift, changed, added, open };
}

/** The heading and the category that a new page belongs to: those of the nearest heading that is known. */
function homeOf(
  { folder = '' }: Capture,
  headings: readonly Heading[],
  category: string | undefined,
): { readonly category: string; readonly slug: string } | undefined {
  const names = folder.split('/').reverse();
  const home =
    category === undefined
      ? names.map((name) => headings.find(({ heading }) => heading === name)).find((one) => one !== undefined)
      : headings.find((one) => one.category === category);
  return home && { category: home.heading, slug: home.category };
}

/** Facts that have the form of facts. */
function sound(path: string, page: FactPage): Facts {
  const text = yamlText(page);
  const name = nameOf(path);
  // What a source of the specification may not hold, parsing says.
  const source = text.includes('__proto__')
    ? parseSource(text, path, name)
    : sourceOf(page, text, path, name);
  const slips = checkPage(source, [], page);
  if (slips.length > 0) throw new SpecError(slips);
  return { source, page };
}
