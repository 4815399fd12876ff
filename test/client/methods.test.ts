import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as functions from '../../generated/functions.ts';
import { operations } from '../../generated/operations.ts';
import { isPaged, memberOf, parseBatchRules, parseOperation } from '../../src/base/operation-row.ts';
import { createMethods } from '../../src/client/methods.ts';
import { createWeiban } from '../../src/index.ts';

/** A caller that returns its arguments, so that a method shows its row. */
const echo = { '~call': (...args: unknown[]) => args as never };

test.each(operations)('%s has a method and a function', (row) => {
  const [first, second] = memberOf(row);
  const members = createMethods(operations, echo) as unknown as Record<string, unknown>;
  const member = second === undefined ? members[first] : (members[first] as Record<string, unknown>)[second];
  const params = { a: 1 };
  expect((member as (params: object) => unknown)(params)).toEqual([row, params, undefined]);

  const byId = functions as unknown as Record<string, (caller: object, params: object) => unknown>;
  expect(byId[parseOperation(row).id]?.(echo, params)).toEqual([row, params, undefined]);
});

test('a method has items and pages if and only if its row is a list', () => {
  const members = createMethods(operations, echo) as unknown as Record<string, unknown>;
  for (const row of operations) {
    const [first, second] = memberOf(row);
    const member = second === undefined ? members[first] : Reflect.get(Object(members[first]), second);
    expect([row, 'items' in member, 'pages' in member]).toEqual([row, isPaged(row), isPaged(row)]);
  }
});

test('a long list can be sent where the row says how, and only there', () => {
  const members = createMethods(operations, echo) as unknown as Record<string, unknown>;
  for (const row of operations) {
    const [first, second] = memberOf(row);
    const member = second === undefined ? members[first] : Reflect.get(Object(members[first]), second);
    const rules = parseBatchRules(row);
    const hasRows = rules.length > 0 && rules.every(({ items }) => items !== '');
    const isRead = parseOperation(row).safety === 'r';
    const want = [row, rules.length > 0, hasRows && isRead];
    expect([row, 'batches' in member, 'all' in member]).toEqual(want);
  }
});

test('the methods match the interface', () => {
  const folder = new URL('../../generated/client/', import.meta.url);
  const modules = [
    new URL('../client.ts', folder),
    ...readdirSync(folder).map((name) => new URL(name, folder)),
  ];
  const source = modules.map((module) => readFileSync(module, 'utf8')).join('\n');
  const blocks = [...source.matchAll(/^export interface (\w*)Methods \{\n([\s\S]*?)^\}/gm)];
  const declared = blocks.flatMap(([, group = '', body = '']) =>
    [...body.matchAll(/^ +(?:readonly )?'?(\w+)'?(?:\(\s*params|: (?:(?:Open)?List<|\w+Method;))/gm)].map(
      ([, name]) => [group, name].filter(Boolean).join('.').toLowerCase(),
    ),
  );
  const built = operations.map((row) => memberOf(row).join('.').toLowerCase());
  expect(declared.sort()).toEqual(built.sort());
});

test('no operation has the name of a part of the client, or makes the client thenable', () => {
  const weiban = createWeiban({ corpId: 'c', secret: 's' });
  const names = operations.map((row) => memberOf(row)[0]);
  for (const taken of ['http', 'fetch', 'then']) expect(names).not.toContain(taken);
  expect(Object.keys(weiban).sort()).toEqual([...new Set(names), 'http', 'fetch', '~call'].sort());
});
