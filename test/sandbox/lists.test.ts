// The client walks every list with pages, with the sandbox as its server.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requests } from '../../generated/sandbox.ts';
import { isPaged, parsePaging } from '../../src/base/operation-row.ts';
import { itemsOf } from '../../src/client/lists.ts';
import { createWeiban, type Weiban } from '../../src/index.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { exampleCalls } from '../support/call-with-examples.ts';
import { collect } from '../support/over-server.ts';

interface Parameter {
  readonly name: string;
  readonly required?: boolean;
  readonly schema: { readonly default?: unknown };
}

/** A period that holds every row. */
const WIDEST: Readonly<Record<string, number>> = { start_time: 1, end_time: 4_000_000_000 };

const ROWS = 43;
const SIZE = 5;
const lists = exampleCalls.filter(({ row }) => isPaged(row));

let sandbox: Sandbox;
let weiban: Weiban;
beforeAll(async () => {
  sandbox = await startSandbox({ limits: false, rows: ROWS });
  weiban = createWeiban({ ...sandbox.clientOptions, limits: false, retry: false });
});
afterAll(() => sandbox.close());

test('there are lists to walk', () => expect(lists.length).toBeGreaterThan(30));

describe.each(lists.map((list) => [list.id, list] as const))('%s', (_, { id, row, params }) => {
  const { style, total, size, position } = parsePaging(row);
  // Only what must be sent: any other argument would drop rows.
  const { parameters, body, oneOf = [], filters = {} } = JSON.parse(requests[id] ?? '{}');
  const required = [
    ...parameters.flatMap((parameter: Parameter) => (parameter.required ? [parameter.name] : [])),
    ...(body?.schema.required ?? []),
    ...oneOf.slice(0, 1),
  ];
  const kept = Object.entries(params)
    .filter(([name]) => name !== position && required.includes(name))
    .map(([name, value]) => [name, WIDEST[name] ?? value]);
  const isFiltered = parameters.some(
    ({ name, schema }: Parameter) =>
      filters[name] &&
      !(name in WIDEST) &&
      (required.includes(name) || schema.default || filters[name].cases),
  );
  const asked = { ...Object.fromEntries(kept), [size]: SIZE };
  const isCounted = total !== '' && style !== 'cursor';
  const walk = (options?: object) => collect(itemsOf(weiban, row, asked, options));

  test('is walked to its end, each row once, in every way that its style supports', async () => {
    const rows = await walk();
    expect(rows.length).toBeGreaterThanOrEqual(isFiltered ? SIZE + 1 : ROWS);
    expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(rows.length);
    if (isCounted) expect(await walk({ concurrency: 3 })).toEqual(rows);
    if (isCounted && style === 'offset')
      expect(await walk({ order: 'last-first' })).toEqual(rows.toReversed());
  });
});
