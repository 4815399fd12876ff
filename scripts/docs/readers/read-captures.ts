import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, LineCounter, parseDocument } from 'yaml';
import { parseCache } from '../../spec/parse-cache.ts';
import { keepExact } from '../../spec/source.ts';
import type { Capture } from './capture.ts';
import { isOpenApi, readOpenApi } from './open-api.ts';
import { isPageText, readPageText } from './page-text.ts';
import { refusePage } from './refuse-page.ts';

const MOST_BYTES = 20 * 2 ** 20;
const DEEPEST = 200;
const EMBEDDED = /^##\s+OpenAPI Specification\s*$/m;
const FENCE = /^```ya?ml\s*\n([\s\S]*?)(?:^```\s*$|(?![\s\S]))/m;

/**
 * Reads a captured page in any form that Apifox offers: its text, Markdown with an embedded specification, or
 * an export.
 *
 * @throws SpecError if the file has none of these forms, is too large, is binary or ends inside a
 * specification, or if a page's text has more than one endpoint.
 */
function readCaptures(path: string): Capture[] {
  refuseLarge(statSync(path).size, path);
  return readCapturesOf(readFileSync(path), path);
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
 * for `-`.
 * @throws SpecError if a target does not exist or is not a page.
 */
export function readTargets(targets: readonly string[]): Capture[] {
  return targets.flatMap((target) => {
    if (target === '-') return readCapturesOf(readFileSync(0), 'standard input');
    const stat = statSync(target, { throwIfNoEntry: false });
    if (stat === undefined) refusePage(target, 'there is no such file or folder', 'name a captured page');
    if (!stat.isDirectory()) return readCaptures(target);
    const names = readdirSync(target, { recursive: true, encoding: 'utf8' });
    return names
      .filter((name) => /\.(txt|md|json|ya?ml)$/.test(name))
      .sort()
      .map((name) => join(target, name))
      .filter((path) => !isGuide(path))
      .flatMap(readCaptures);
  });
}

/** Whether a file is a Markdown page that describes no endpoint. */
function isGuide(path: string): boolean {
  if (!path.endsWith('.md') || statSync(path).size > MOST_BYTES) return false;
  const text = readFileSync(path, 'utf8');
  return !EMBEDDED.test(text) && !isPageText(text);
}

/**
 * Reads a captured page from memory, in any form.
 * @param from names it in messages.
 * @throws SpecError if it has none of the forms.
 */
export function readCapturesOf(bytes: Uint8Array, from: string): Capture[] {
  refuseLarge(bytes.byteLength, from);
  if (bytes.includes(0)) refusePage(from, 'this is binary data', 'give the text of a page');
  const text = textOf(bytes, from);
  const embedded = EMBEDDED.exec(text);
  if (embedded) return readEmbedded(text.slice(embedded.index), lineOf(text, embedded.index), from);
  if (/^\s*\{/.test(text) || /^(?:openapi|swagger)\s*:/m.test(text)) return readDocument(text, 0, from);
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
  return captures;
}

function textOf(bytes: Uint8Array, from: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    refusePage(from, 'this is not UTF-8 text', 'save the page as UTF-8');
  }
}

function readEmbedded(text: string, line: number, from: string): Capture[] {
  const fence = FENCE.exec(text);
  const yaml = fence?.[1];
  if (yaml === undefined)
    refusePage(
      from,
      'there is no specification below "## OpenAPI Specification"',
      'fetch the complete page again',
      line,
    );
  return readDocument(yaml, line + lineOf(text, fence?.index ?? 0), from);
}

function readDocument(text: string, line: number, from: string): Capture[] {
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
  const captures = readOpenApi(value, from);
  if (captures.length === 0)
    refusePage(from, 'the document describes no endpoint', 'export the project with its endpoints', line + 1);
  if (!known) parseCache()?.set(key, value);
  return captures;
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
    return parseDocument(text, { lineCounter, strict: true, logLevel: 'error' });
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
