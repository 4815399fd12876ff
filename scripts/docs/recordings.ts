import { join } from 'node:path';
import { exactJson } from '../spec/exact-json.ts';
import { camelCase } from '../spec/names.ts';
import { isObject } from '../spec/openapi.ts';
import type { FactPage } from './facts.ts';

/**
 * The recordings that the documentation itself gives: for each endpoint whose page prints real data as its answer, the
 * file below the recordings' folder and its text. A page that prints placeholders gives none.
 */
export function documentedRecordings(
  pages: readonly FactPage[],
  basePath: string,
): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const page of pages) {
    const body = page.response?.example;
    if (page.kind !== 'endpoint' || page.path === undefined || !isObject(body)) continue;
    const id = camelCase(
      page.path.startsWith(`${basePath}/`) ? page.path.slice(basePath.length + 1) : page.path,
    );
    const recording = {
      source: { kind: 'documentation', page: page.page, modified: String(page.modified ?? 'unknown') },
      response: { status: 200, body },
    };
    files.set(join(id, 'documented.json'), `${exactJson(recording, 2)}\n`);
  }
  return files;
}
