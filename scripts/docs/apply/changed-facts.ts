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

/** The result of reading captured pages: changed facts, new facts, and what a person has to handle first. */
export interface ChangedFacts {
  readonly drift: readonly PageDrift[];
  readonly changed: readonly (ChangedPage & { readonly facts: Facts })[];
  readonly added: readonly FactPage[];
  readonly open: readonly Diagnostic[];
}

/** Options of {@link changeFacts}. */
export interface ChangeOptions {
  /** Whether the captures include every page, so that a page without a capture is gone. */
  readonly isAll: boolean;
  /** The category of new pages whose capture does not name one. */
  readonly category: string | undefined;
}

/**
 * Compares captures with the facts and returns the new facts. A page that gives invalid facts, such as an
 * unknown type or an invalid path, is left to a person.
 * @throws SpecError if no page gives valid facts.
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
  const invalid = new Map<Capture, readonly Diagnostic[]>();
  for (const [index, { state, page, changes, method, path, title, proposals }] of drift.entries()) {
    const capture = captures[index];
    const report = (message: string, fix: string) => {
      const place = capture && { file: capture.from, line: 1, column: 1 };
      open.push({ code: `page-${state}`, message, fix, ...(place && { place }) });
    };
    if (state === 'gone')
      report(
        `page ${page} (${title}, ${method} ${path}) is gone`,
        'delete its facts, its path and its ledger row, or find out where it moved',
      );
    for (const proposal of proposals)
      report(
        `${method} ${path} (${title}): ${proposal}, but the page does not show in which object`,
        'capture the page as Markdown, which nests its fields, or import its facts by hand',
      );
    if (capture === undefined || state === 'unchanged') continue;
    if (state === 'new') {
      const home = homeOf(capture, headings, category);
      if (home === undefined)
        report(
          `${method} ${path} (${title}) is new, but its capture names no known category`,
          "give --category <slug>, one of the root's tags",
        );
      else {
        const sheets = takeFacts(invalid, capture, spec.folder, newFacts(capture, { ...home, seats }));
        added.push(...sheets.map((sheet) => sheet.page));
      }
      continue;
    }
    const old = facts.find((sheet) => sheet.page.kind === 'endpoint' && sheet.page.page === page);
    if (old === undefined) continue;
    const moved = changes.find(({ what }) => what === 'path' || what === 'method');
    if (moved !== undefined) {
      report(
        `page ${page} (${title}): the ${moved.what} was ${String(moved.from)} and is now ${String(moved.to)}`,
        'change its facts and its path file to match, then apply again',
      );
      continue;
    }
    const sheets = takeFacts(invalid, capture, old.source.path, mergeCapture(old.page, capture, seats));
    changed.push(...sheets.map((sheet) => ({ before: old.page, now: sheet.page, facts: sheet })));
  }
  const mistakes = [...invalid.values()].flat();
  if (invalid.size > 0 && invalid.size === captures.length) throw new SpecError(mistakes);
  return { drift, changed, added, open: [...open, ...mistakes] };
}

/**
 * Finds the heading and category of a new page: those of the given category, or of its nearest known heading.
 */
function homeOf(
  { folder = '' }: Capture,
  headings: readonly Heading[],
  category: string | undefined,
): { readonly category: string; readonly slug: string } | undefined {
  const names = folder.split('/').reverse();
  const home =
    category === undefined
      ? names
          .map((name) => headings.find(({ heading }) => heading === name))
          .find((heading) => heading !== undefined)
      : headings.find((heading) => heading.category === category);
  return home && { category: home.heading, slug: home.category };
}

/**
 * Takes the facts that a capture gives, or none if they are invalid. The mistakes, kept in `invalid`, name the
 * page, because the page has to change.
 */
function takeFacts(
  invalid: Map<Capture, readonly Diagnostic[]>,
  capture: Capture,
  target: string,
  page: FactPage,
): Facts[] {
  try {
    return [validFacts(target, page)];
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    const { from, method, path, title, page: id } = capture;
    const name = `${method} ${path} (${[title, id].filter(Boolean).join(', ')})`;
    const place = { file: from, line: 1, column: 1 };
    const mistakes = error.diagnostics.map((mistake) => ({
      ...mistake,
      message: `${name}: ${mistake.message}`,
      place,
    }));
    invalid.set(capture, mistakes);
    return [];
  }
}

/**
 * Checks the form of facts.
 * @throws SpecError if it is wrong.
 */
function validFacts(path: string, page: FactPage): Facts {
  const text = yamlText(page);
  const name = nameOf(path);
  // Only the parser refuses the key __proto__.
  const source = text.includes('__proto__')
    ? parseSource(text, path, name)
    : sourceOf(page, text, path, name);
  const mistakes = checkPage(source, [], page);
  if (mistakes.length > 0) throw new SpecError(mistakes);
  return { source, page };
}
