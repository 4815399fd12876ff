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
import type { PageDrift, Seats } from '../diff/compare-capture.ts';
import { findDrift } from '../diff/find-drift.ts';
import { mergeCapture, newFacts } from '../diff/merge-capture.ts';
import type { Capture } from '../readers/capture.ts';
import type { ChangedPage } from './change.ts';
import { whyHomeless } from './why-homeless.ts';

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
  context: Context,
  captures: readonly Capture[],
  { isAll, category }: ChangeOptions,
): ChangedFacts {
  const pages = context.facts.map(({ page }) => page);
  const seats = seatsOf(context.spec);
  const drift = findDrift(pages, captures, { seats, isAll });
  const work: Work = { context, seats, category, changed: [], added: [], open: [], invalid: new Map() };
  for (const [index, page] of drift.entries()) {
    const capture = captures[index];
    report(work, page, capture, needsPerson(page));
    if (capture === undefined || page.state === 'unchanged') continue;
    report(
      work,
      page,
      capture,
      page.state === 'new' ? takeNew(work, capture) : takeChanged(work, page, capture),
    );
  }
  const { changed, added, open, invalid } = work;
  const mistakes = [...invalid.values()].flat();
  if (invalid.size > 0 && invalid.size === captures.length) throw new SpecError(mistakes);
  return { drift, changed, added, open: [...open, ...mistakes] };
}

/** What a run of {@link changeFacts} has found so far. */
interface Work {
  readonly context: Context;
  readonly seats: Seats;
  readonly category: string | undefined;
  readonly changed: ChangedFacts['changed'][number][];
  readonly added: FactPage[];
  readonly open: Diagnostic[];
  /** The mistakes in the facts that a capture would give. */
  readonly invalid: Map<Capture, readonly Diagnostic[]>;
}

/** Why a person has to handle a page, and how. */
interface ForPerson {
  readonly message: string;
  readonly fix: string;
}

function report(
  { open }: Work,
  { state }: PageDrift,
  capture: Capture | undefined,
  reasons: readonly ForPerson[],
): void {
  const place = capture && { place: { file: capture.from, line: 1, column: 1 } };
  open.push(...reasons.map((reason) => ({ code: `page-${state}`, ...reason, ...place })));
}

/** What the drift of a page leaves to a person, whatever becomes of its facts. */
function needsPerson({ state, page, title, method, path, proposals }: PageDrift): ForPerson[] {
  const gone = {
    message: `page ${page} (${title}, ${method} ${path}) is gone`,
    fix: 'delete its facts, its path and its ledger row, or find out where it moved',
  };
  return [
    ...(state === 'gone' ? [gone] : []),
    ...proposals.map((proposal) => ({
      message: `${method} ${path} (${title}): ${proposal}, but the page does not show in which object`,
      fix: 'capture the page as Markdown, which nests its fields, or import its facts by hand',
    })),
  ];
}

/** Takes the facts of a new page, or says why a person has to. */
function takeNew(work: Work, capture: Capture): ForPerson[] {
  const { spec, basePath, headings } = work.context;
  const name = `${capture.method} ${capture.path} (${capture.title})`;
  const homeless = whyHomeless(capture, basePath);
  if (homeless !== undefined) return [{ message: `${name}: ${homeless.message}`, fix: homeless.fix }];
  const home = homeOf(capture, headings, work.category);
  if (home === undefined)
    return [
      {
        message: `${name} is new, but its capture names no known category`,
        fix: "give --category <slug>, one of the root's tags",
      },
    ];
  const page = newFacts(capture, { ...home, seats: work.seats });
  const sheet = takeFacts(work.invalid, capture, spec.folder, page);
  if (sheet !== undefined) work.added.push(sheet.page);
  return [];
}

/** Takes the facts of a changed page, or says why a person has to. */
function takeChanged(work: Work, { page, title, changes }: PageDrift, capture: Capture): ForPerson[] {
  const endpoints = work.context.facts.filter((sheet) => sheet.page.kind === 'endpoint');
  // The facts have no id yet if the page was known from public programs only.
  const old =
    endpoints.find((sheet) => sheet.page.page === page) ??
    endpoints.find((sheet) => sheet.page.page === 'unknown' && sheet.page.path === capture.path);
  if (old === undefined) return [];
  const moved = changes.find(({ what }) => what === 'path' || what === 'method');
  if (moved !== undefined)
    return [
      {
        message: `page ${page} (${title}): the ${moved.what} was ${String(moved.from)} and is now ${String(moved.to)}`,
        fix: 'change its facts and its path file to match, then apply again',
      },
    ];
  const merged = mergeCapture(old.page, capture, work.seats);
  const home =
    old.page.page === 'unknown' ? homeOf(capture, work.context.headings, work.category) : undefined;
  const facts = takeFacts(work.invalid, capture, old.source.path, { ...merged, ...home });
  if (facts !== undefined) work.changed.push({ before: old.page, now: facts.page, facts });
  return [];
}

/**
 * Finds the heading and category of a new page: those of the given category, or of its nearest known heading.
 */
function homeOf(
  { folder = '' }: Capture,
  headings: readonly Heading[],
  category: string | undefined,
): { readonly category: string; readonly slug: string } | undefined {
  const names = [folder, ...folder.split('/').reverse()];
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
): Facts | undefined {
  try {
    return validFacts(target, page);
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
    return undefined;
  }
}

/**
 * Checks the form of facts.
 * @throws SpecError if it is wrong.
 */
export function validFacts(path: string, page: FactPage): Facts {
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
