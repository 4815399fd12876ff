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
 * Reads a file in any form that Apifox gives a page: its text, Markdown with an embedded specification, an export.
 *
 * @throws SpecError where the file is none of those, too large, binary, cut off within a specification, or a page's text
 * holds more than one endpoint.
 */
function readCaptures(path: string): Capture[] {
  refuseLarge(statSync(path).size, path);
  return readCapturesOf(readFileSync(path), path);
}

function refuseLarge(bytes: number, from: string): void {
  if (bytes > MOST_BYTES)
    refusePage(
      from,
      `there are ${(bytes / 2 ** 20).toFixed(0)} MiB of it; a page has some kB`,
      'give one page, or an export of at most 20 MiB',
    );
}

/** Reads captures from files, from every page in folders (guides in Markdown left out), and from standard input for `-`. */
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

/** A site's Markdown pages that describe no endpoint. */
function isGuide(path: string): boolean {
  if (!path.endsWith('.md') || statSync(path).size > MOST_BYTES) return false;
  const text = readFileSync(path, 'utf8');
  return !EMBEDDED.test(text) && !isPageText(text);
}

/** The same for what is already in memory; `from` names it in messages. */
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
      'there is no page in it: nowhere does a method (GET, POST) stand above a path',
      'copy the whole page, from its title on',
    );
  const captures = readPageText(text, from);
  const [, second] = captures;
  if (second !== undefined)
    refusePage(
      from,
      `there are ${captures.length} endpoints in it, the second one ${second.path}`,
      'give each page in a file of its own',
    );
  return captures;
}

function textOf(bytes: Uint8Array, from: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    refusePage(from, 'this is no UTF-8 text', 'save the page as UTF-8');
  }
}

function readEmbedded(text: string, line: number, from: string): Capture[] {
  const fence = FENCE.exec(text);
  const yaml = fence?.[1];
  if (yaml === undefined)
    refusePage(
      from,
      'there is no specification below "## OpenAPI Specification"',
      'fetch the page again, whole',
      line,
    );
  return readDocument(yaml, line + lineOf(text, fence?.index ?? 0), from);
}

function readDocument(text: string, line: number, from: string): Capture[] {
  // No text of the specification begins so.
  const key = `\0capture\0${text}`;
  const known = parseCache()?.get(key);
  const value = known ? known.value : documentValue(text, line, from);
  if (isTooDeep(value)) refuseDeep(from);
  if (!isOpenApi(value))
    refusePage(from, 'this is no OpenAPI document with paths', 'export the project as OpenAPI 3', line + 1);
  const captures = readOpenApi(value, from);
  if (captures.length === 0)
    refusePage(from, 'the document describes no endpoint', 'export the project with its endpoints', line + 1);
  if (!known) parseCache()?.set(key, value);
  return captures;
}

function documentValue(text: string, line: number, from: string): unknown {
  const lines = new LineCounter();
  // Aliases are not used by Apifox, and a few can stand for very much.
  const document = parsed(text, lines, from);
  const [error] = document.errors;
  if (error) {
    const at = lines.linePos(error.pos[0]);
    refusePage(
      from,
      `the specification in it cannot be read: ${error.message.split('\n', 1)[0]}`,
      'fetch the page again, whole',
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
    // The parser calls itself for what is nested.
    if (error instanceof RangeError) refuseDeep(from);
    throw error;
  }
}

function refuseDeep(from: string): never {
  refusePage(from, 'the specification in it is nested too deeply', 'export the project as OpenAPI 3');
}

/** Whether a value has more levels than any document, so that what calls itself for each of them would not end well. */
function isTooDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
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
      'fetch the page again, whole',
    );
  }
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
