import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, LineCounter, parseDocument } from 'yaml';
import { type Diagnostic, SpecError } from '../../kit/diagnostic.ts';
import { parseCache } from '../../spec/parse-cache.ts';
import { isSameKey, keepExact } from '../../spec/source.ts';
import type { Capture } from './capture.ts';
import { isOpenApi, readOpenApi } from './open-api.ts';
import { isPageText, readPageText } from './page-text.ts';
import { isSheet, readSheet } from './read-sheet.ts';
import { refusePage } from './refuse-page.ts';

const MOST_BYTES = 20 * 2 ** 20;
const DEEPEST = 200;
const EMBEDDED = /^##\s+OpenAPI Specification\s*$/gm;
const FENCE = /^```ya?ml\s*\n([\s\S]*?)(?:^```\s*$|(?![\s\S]))/m;

/** What was read from captured pages, and one diagnostic for each page that cannot be taken. */
export interface ReadPages {
  readonly captures: readonly Capture[];
  readonly refused: readonly Diagnostic[];
}

function readFile(path: string): ReadPages {
  return withoutRefused([path], (file) => {
    refuseLarge(statSync(file).size, file);
    const bytes = readFileSync(file);
    return /\.ya?ml$/.test(file) && isSheet(String(bytes)) ? readSheet(file) : readPages(bytes, file);
  });
}

/** Reads pages one by one. A page that is refused does not stop the others. */
function withoutRefused<T>(pages: readonly T[], read: (page: T) => ReadPages): ReadPages {
  return joined(
    pages.map((page) => {
      try {
        return read(page);
      } catch (error) {
        if (!(error instanceof SpecError)) throw error;
        return { captures: [], refused: error.diagnostics };
      }
    }),
  );
}

function joined(all: readonly ReadPages[]): ReadPages {
  return {
    captures: all.flatMap(({ captures }) => captures),
    refused: all.flatMap(({ refused }) => refused),
  };
}

function refuseLarge(bytes: number, from: string): void {
  if (bytes > MOST_BYTES)
    refusePage(
      from,
      `it has ${(bytes / 2 ** 20).toFixed(0)} MiB, but a page has only some kB`,
      'give one page, or an export of at most 20 MiB',
    );
}

/**
 * Reads captures from files, from all pages in folders (except guides in Markdown), and from standard input
 * for `-`. A page that cannot be taken is among `refused`, and the others are read.
 * @param isWanted restricts the files that are taken from folders.
 * @throws SpecError if a target does not exist, or if not one page can be taken.
 */
export function readTargets(
  targets: readonly string[],
  isWanted: (name: string) => boolean = () => true,
): ReadPages {
  const files = targets.flatMap((target) => {
    const stat = target === '-' ? undefined : statSync(target, { throwIfNoEntry: false });
    if (target !== '-' && stat === undefined)
      refusePage(target, 'there is no such file or folder', 'name a captured page');
    if (!stat?.isDirectory()) return [target];
    const names = readdirSync(target, { recursive: true, encoding: 'utf8' });
    return names
      .filter((name) => /\.(txt|md|json|ya?ml)$/.test(name) && isWanted(name))
      .sort()
      .map((name) => join(target, name))
      .filter((path) => !isGuide(path));
  });
  const found = joined(
    files.map((file) =>
      file === '-'
        ? withoutRefused([file], () => readPages(readFileSync(0), 'standard input'))
        : readFile(file),
    ),
  );
  refuseAll(found);
  return found;
}

/**
 * Refuses pages of which none can be taken.
 * @throws SpecError with every diagnostic.
 */
export function refuseAll({ captures, refused }: ReadPages): void {
  if (captures.length === 0 && refused.length > 0) throw new SpecError(refused);
}

/** Whether a file is a Markdown page that describes no endpoint. */
function isGuide(path: string): boolean {
  if (!path.endsWith('.md') || statSync(path).size > MOST_BYTES) return false;
  const text = readFileSync(path, 'utf8');
  return embeddedIn(text).length === 0 && !isPageText(text);
}

/**
 * Reads captured pages from memory, in any form.
 * @param from names them in messages.
 * @throws SpecError if they have none of the forms, or if one of them cannot be taken.
 */
export function readCapturesOf(bytes: Uint8Array, from: string): readonly Capture[] {
  const { captures, refused } = readPages(bytes, from);
  if (refused.length > 0) throw new SpecError(refused);
  return captures;
}

/**
 * Reads what a file holds, in any form that Apifox offers: the text of a page, Markdown with an embedded
 * specification for each page, or an export.
 */
function readPages(bytes: Uint8Array, from: string): ReadPages {
  refuseLarge(bytes.byteLength, from);
  if (bytes.includes(0)) refusePage(from, 'this is binary data', 'give the text of a page');
  const text = textOf(bytes, from);
  const embedded = embeddedIn(text);
  if (embedded.length > 0)
    return withoutRefused(embedded, (page) => namedAs(page, () => readEmbedded(page, from)));
  if (/^\s*\{/.test(text) || /^(?:openapi|swagger)\s*:/m.test(text)) return readDocument(text, 0, from);
  if (isSheet(text))
    refusePage(from, 'it is a sheet of facts, not a page', 'save it as a file that ends in .yaml');
  if (!isPageText(text))
    refusePage(
      from,
      'there is no page in it: no line with a method (GET, POST) is followed by a path',
      'copy the whole page, starting at its title',
    );
  const captures = readPageText(text, from);
  const [, second] = captures;
  if (second !== undefined)
    refusePage(
      from,
      `there are ${captures.length} endpoints in it; the second is ${second.path}`,
      'put each page in its own file',
    );
  return { captures, refused: [] };
}

/** The part of a Markdown file that describes one page. */
interface EmbeddedPage {
  readonly text: string;
  /** The line of the file on which `text` begins, from 1. */
  readonly line: number;
  readonly title: string | undefined;
}

/** Finds the pages of a Markdown file: most files hold one, a site copied in one piece holds all. */
function embeddedIn(text: string): EmbeddedPage[] {
  const starts = [...text.matchAll(EMBEDDED)].map(({ index }) => index);
  return starts.map((start, at) => {
    const above = text.slice(starts[at - 1] ?? 0, start);
    const title = [...above.matchAll(/^#\s+(.+)$/gm)].at(-1)?.[1];
    return { text: text.slice(start, starts[at + 1]), line: lineOf(text, start), title };
  });
}

/**
 * Reads a page and names it in whatever refuses it.
 * @throws SpecError that names the page by its title and its id.
 */
function namedAs({ text, title }: EmbeddedPage, read: () => ReadPages): ReadPages {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    const id = /\bapi-\d+/.exec(text)?.[0];
    const name = [title, id && `(${id})`].filter(Boolean).join(' ');
    if (name === '') throw error;
    throw new SpecError(
      error.diagnostics.map((diagnostic) => ({ ...diagnostic, message: `${name}: ${diagnostic.message}` })),
    );
  }
}

function textOf(bytes: Uint8Array, from: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    refusePage(from, 'this is not UTF-8 text', 'save the page as UTF-8');
  }
}

function readEmbedded({ text, line }: EmbeddedPage, from: string): ReadPages {
  const fence = FENCE.exec(text);
  const yaml = fence?.[1];
  if (yaml === undefined)
    refusePage(
      from,
      'there is no specification below "## OpenAPI Specification"',
      'fetch the complete page again',
      line,
    );
  return readDocument(yaml, line + lineOf(text, fence?.index ?? 0) - 1, from, true);
}

/** @param isPage whether the document is a page of its own, which may describe a data model alone. */
function readDocument(text: string, line: number, from: string, isPage = false): ReadPages {
  // The prefix keeps captures apart from the sources of the specification in the cache.
  const key = `\0capture\0${text}`;
  const known = parseCache()?.get(key);
  const value = known ? known.value : documentValue(text, line, from);
  if (isTooDeep(value)) refuseDeep(from);
  if (!isOpenApi(value))
    refusePage(
      from,
      'this is not an OpenAPI document with paths',
      'export the project as OpenAPI 3',
      line + 1,
    );
  const pages = readOpenApi(value, from);
  const isModel = isPage && Object.keys(Object(value.paths)).length === 0 && value.components !== undefined;
  if (pages.captures.length + pages.refused.length === 0 && !isModel)
    refusePage(from, 'the document describes no endpoint', 'export the project with its endpoints', line + 1);
  if (!known) parseCache()?.set(key, value);
  return pages;
}

function documentValue(text: string, line: number, from: string): unknown {
  const lines = new LineCounter();
  // Apifox does not use aliases, and a few of them can expand to a huge value.
  const document = parsed(text, lines, from);
  const [error] = document.errors;
  if (error) {
    const at = lines.linePos(error.pos[0]);
    refusePage(
      from,
      `the specification in it cannot be read: ${error.message.split('\n', 1)[0]}`,
      'fetch the complete page again',
      line + at.line,
      at.col,
    );
  }
  keepExact(document, text);
  return isMap(document.contents) ? toValue(document, from) : undefined;
}

function parsed(text: string, lineCounter: LineCounter, from: string): ReturnType<typeof parseDocument> {
  try {
    return parseDocument(text, { lineCounter, strict: true, logLevel: 'error', uniqueKeys: isSameKey });
  } catch (error) {
    // The parser is recursive, so deep nesting overflows its stack.
    if (error instanceof RangeError) refuseDeep(from);
    throw error;
  }
}

function refuseDeep(from: string): never {
  refusePage(from, 'the specification in it is nested too deeply', 'export the project as OpenAPI 3');
}

/**
 * Whether a value is nested deeper than any document, so that a recursive function might overflow the stack.
 */
function isTooDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []));
  }
  return false;
}

function toValue(document: ReturnType<typeof parseDocument>, from: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    refusePage(
      from,
      `the specification in it cannot be read: ${String(error)}`,
      'fetch the complete page again',
    );
  }
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
