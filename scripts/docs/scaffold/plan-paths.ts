import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FactPage } from '../../evidence/facts/facts.ts';
import type { Spec } from '../../spec/load.ts';
import { isObject, METHODS } from '../../spec/openapi.ts';
import { fileOfUrl } from '../../spec/path-file.ts';
import { parseSource } from '../../spec/source.ts';
import { scaffoldPath, scaffoldRoot } from './scaffold-path.ts';

/** First Path Items for pages, and the files for which the root needs a row. */
export interface PathPlan {
  /** New texts by absolute path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Files relative to `paths/`. */
  readonly files: readonly string[];
  /** The pages whose operation is new. */
  readonly pages: readonly FactPage[];
}

/**
 * Plans the operations that the specification lacks. An operation that stands in a file already is never replaced; a further
 * method of a path is added below the others.
 */
export function planPaths(spec: Spec, pages: readonly FactPage[]): PathPlan {
  const root = scaffoldRoot(spec);
  const byFile = new Map<string, FactPage[]>();
  for (const page of pages) {
    const file = fileOfUrl(page.path ?? '', root.basePath);
    byFile.set(file, [...(byFile.get(file) ?? []), page]);
  }
  const texts = new Map<string, string>();
  const added: FactPage[] = [];
  for (const [file, own] of byFile) {
    const path = join(dirname(spec.root.path), 'paths', file);
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const known = text === '' ? [] : methodsIn(text, path);
    const lacking = own.filter(({ method = 'GET' }) => !known.includes(method.toLowerCase()));
    if (lacking.length === 0) continue;
    const scaffold = scaffoldPath(lacking, root, known.length + lacking.length > 1);
    texts.set(path, text === '' || text.endsWith('\n') ? `${text}${scaffold}` : `${text}\n${scaffold}`);
    added.push(...lacking);
  }
  return { texts, files: [...byFile.keys()], pages: added };
}

function methodsIn(text: string, path: string): readonly string[] {
  const { value } = parseSource(text, path, path);
  return METHODS.filter((method) => isObject(value) && value[method] !== undefined);
}
