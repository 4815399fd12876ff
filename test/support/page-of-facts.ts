import type { FactPage } from '../../scripts/evidence/facts/facts.ts';
import { readDocs } from '../../scripts/evidence/facts/read-facts.ts';
import type { MadePage } from './render-page.ts';

/**
 * Seven endpoints of the specification, as of 2026-11-24. Later changes of the documentation change `spec/`,
 * and must not break the tests of the tools that import them.
 */
export const DOCUMENTED = 'test/fixtures/documented';

/** The documented facts of an endpoint. */
export function factsAt(path: string): FactPage {
  const found = readDocs(`${DOCUMENTED}/docs`).find(({ page }) => page.path === path);
  if (found === undefined) throw new Error(`no facts of ${path}`);
  return found.page;
}

/** Turns facts into a page again, with an example that matches the fields. */
export function pageOfFacts(
  facts: FactPage,
  licences: Readonly<Record<string, string>> = { sales: '销售', base: '基础' },
): MadePage {
  const { page: id, title, method, path = '', errors = [], query = [], body, response, seat = '' } = facts;
  const licence = licences[seat];
  const content = (fields: NonNullable<FactPage['query']>) => ({ fields, example: sample(fields) });
  return {
    id,
    title,
    method: method === 'POST' ? 'POST' : 'GET',
    path,
    ...(licence !== undefined && { licence }),
    errors,
    query,
    ...(body && { body: content(body.fields ?? []) }),
    response: content(response?.fields ?? []),
  };
}

const SCALARS: Readonly<Record<string, unknown>> = {
  string: 'string',
  integer: 0,
  number: 0.5,
  boolean: true,
  null: null,
};

function sample(fields: NonNullable<FactPage['query']>): Record<string, unknown> {
  return Object.fromEntries(
    fields.map(({ name, type, fields: members = [] }) => {
      const item = /^array<(.+)>$/.exec(type)?.[1];
      const value = item === 'object' || type === 'object' ? sample(members) : SCALARS[item ?? type];
      return [name, item === undefined ? value : [value]];
    }),
  );
}
