import { join } from 'node:path';
import type { FactPage } from '../../evidence/facts/facts.ts';
import { exactJson } from '../../kit/exact-json.ts';
import { belowBase, camelCase } from '../../spec/names.ts';
import { isObject } from '../../spec/openapi.ts';

/**
 * Makes a recording for each endpoint whose page prints real data as its answer. A page that prints
 * placeholders or an empty object gives none.
 * @param sourceOf returns the source of the existing recording in a file. Keys that a person added to it are
 * kept.
 * @returns texts by file, relative to the folder of the recordings.
 */
export function documentedRecordings(
  pages: readonly FactPage[],
  basePath: string,
  sourceOf: (file: string) => Readonly<Record<string, unknown>> = () => ({}),
): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const page of pages) {
    const body = page.response?.example;
    if (page.kind !== 'endpoint' || page.path === undefined || !isObject(body)) continue;
    // `{}` is what the site prints for an answer that the page does not describe.
    if (Object.keys(body).length === 0) continue;
    const id = camelCase(belowBase(page.path, basePath));
    const file = join(id, 'documented.json');
    const modified = String(page.modified ?? 'unknown');
    const recording = {
      source: { ...sourceOf(file), kind: 'documentation', page: page.page, modified },
      response: { status: 200, body },
    };
    files.set(file, `${exactJson(recording, 2)}\n`);
  }
  return files;
}
