// Every filter and every order that the specification declares, against predicates of the test's own.
import { describe, expect, test } from 'vitest';
import { requests } from '../../generated/sandbox.ts';
import { isPaged, parsePaging } from '../../src/base/operation-row.ts';
import { itemsOf } from '../../src/client/lists.ts';
import { createWeiban } from '../../src/index.ts';
import { createSandbox } from '../../src/sandbox/index.ts';
import { exampleCalls } from '../support/call-with-examples.ts';
import { collect } from '../support/over-server.ts';

type Row = Record<string, unknown>;
type Args = Record<string, unknown>;
interface Condition {
  readonly field: string;
  readonly is: string;
  readonly values?: readonly string[];
  readonly unseen?: true;
  readonly scope?: true;
}
type Filter = Condition | { readonly argument: string; readonly cases: Readonly<Record<string, Filter>> };
interface Ordering {
  readonly argument?: string;
  readonly orders: Readonly<
    Record<string, { readonly field: string; readonly descending?: true; readonly unseen?: true }>
  >;
}
interface Parameter {
  readonly name: string;
  readonly required?: boolean;
  readonly example?: unknown;
  readonly schema: {
    readonly type?: string;
    readonly enum?: readonly unknown[];
    readonly format?: string;
    readonly items?: { readonly type?: string };
    readonly maximum?: number;
    readonly default?: unknown;
  };
}
/** One condition with the other arguments that it depends on. */
interface Leaf {
  readonly argument: string;
  readonly condition: Condition;
  readonly given: Args;
  /** Whether it applies because the argument is not sent. */
  readonly isDefault: boolean;
}

const NO_PARAMETER: Parameter = { name: '', schema: {} };
const ROWS = 64;
const LATEST = 4_000_000_000;

const sandbox = createSandbox({ limits: false, rows: ROWS, keptRequests: 0 });
const weiban = createWeiban({
  corpId: sandbox.corpId,
  secret: sandbox.secret,
  limits: false,
  retry: false,
  fetch: (url, init) => sandbox.handle(new Request(url, init)),
});

function leavesOf(argument: string, filter: Filter, given: Args = {}, isDefault = false): Leaf[] {
  if ('field' in filter) return [{ argument, condition: filter, given, isDefault }];
  return Object.entries(filter.cases).flatMap(([value, inner]) => {
    if (value === '') return leavesOf(argument, inner, given, true);
    const isOwn = filter.argument === argument && value === '*';
    const other = value !== '*' ? value : filter.argument.startsWith('start') ? 0 : LATEST;
    return leavesOf(argument, inner, isOwn ? given : { ...given, [filter.argument]: other });
  });
}

const lists = exampleCalls
  .filter(({ row }) => isPaged(row))
  .map(({ id, row, params }) => {
    const shape = JSON.parse(requests[id] ?? '{}');
    const body = Object.entries(shape.body?.schema?.properties ?? {}).map(([name, schema]) => ({
      name,
      schema,
      required: shape.body.schema.required?.includes(name),
      example: shape.body.example?.[name],
    }));
    const parameters = [...shape.parameters, ...body] as Parameter[];
    const filters: Record<string, Filter> = shape.filters ?? {};
    const leaves = Object.entries(filters).flatMap(([argument, filter]) => leavesOf(argument, filter));
    const oneOf: readonly string[] = shape.oneOf ?? [];
    return { id, row, params, parameters, leaves, oneOf, order: shape.order as Ordering | undefined };
  });
type List = (typeof lists)[number];

/** The arguments that a call needs, with values that drop as little as they can. */
function needed({ parameters, leaves, row, params, oneOf }: List): Args {
  const { position } = parsePaging(row);
  const required = parameters.filter(
    ({ name, required }) => (required || name === oneOf[0]) && name !== position,
  );
  return Object.fromEntries(
    required.map(({ name, schema }) => {
      const leaf = leaves.find(({ argument }) => argument === name);
      if (leaf && schema.format === 'unix-seconds') return [name, leaf.condition.is === '>=' ? 1 : LATEST];
      return [name, params[name]];
    }),
  );
}

async function ask({ row, parameters }: List, given: Args): Promise<Row[]> {
  const { size } = parsePaging(row);
  const { schema } = parameters.find(({ name }) => name === size) ?? {};
  const args = { ...given, [size]: Math.min(100, schema?.maximum ?? 100) };
  return (await collect(itemsOf(weiban, row, args))) as Row[];
}

function valuesIn(value: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesIn(item, path));
  const [name, ...rest] = path;
  if (name === undefined) return value === null || value === undefined ? [] : [value];
  return typeof value === 'object' && value !== null ? valuesIn((value as Row)[name], rest) : [];
}

/** Unix seconds of a number, of digits, and of text, which is China's time unless it says otherwise. */
function toSeconds(value: unknown): number {
  if (/^\d+$/.test(String(value))) return Number(value);
  const text = String(value).replace(' ', 'T');
  return Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}+08:00`) / 1000;
}

function holds({ is, field, values }: Condition, row: Row, wanted: unknown): boolean {
  return valuesIn(row, field.split('.')).some((found) => {
    if (is === 'contains') return String(found).includes(String(wanted));
    if (is === '>=') return toSeconds(found) >= Number(wanted);
    if (is === '<=') return toSeconds(found) <= Number(wanted);
    if (is === '>') return Number(found) > Number(wanted);
    return (values ?? [String(wanted)]).includes(String(found));
  });
}

/** A few values of an argument, from the data: for a time the ones at a third and two thirds of the rows. */
function candidates({ condition: { is, field } }: Leaf, rows: readonly Row[]): unknown[] {
  const found = rows.flatMap((row) => valuesIn(row, field.split('.')));
  if (['>=', '<=', '>'].includes(is)) {
    const sorted = found.map(toSeconds).sort((a, b) => a - b);
    return [sorted[Math.floor(sorted.length / 3)], sorted[Math.floor((sorted.length * 2) / 3)]];
  }
  if (is === 'contains') return [String(found.at(-1)).slice(-6), String(found.at(-2)).slice(-6)];
  return [...new Set(found)].slice(0, 4);
}

/** A value in the form that an argument takes. */
function asArgument({ parameters }: List, name: string, value: unknown): unknown {
  const { schema } = parameters.find((parameter) => parameter.name === name) ?? NO_PARAMETER;
  if (schema.type === 'array') return [schema.items?.type === 'integer' ? Number(value) : value];
  if (typeof value === 'boolean' && schema.type !== 'boolean') return Number(value);
  return schema.type === 'string' ? String(value) : value;
}

const all = lists.flatMap((list) =>
  list.leaves.map(
    (leaf) => [`${list.id} ${leaf.argument} ${JSON.stringify(leaf.given)}`, list, leaf] as const,
  ),
);
const isRequired = (list: List, { argument, condition }: Leaf) =>
  condition.is === '=' &&
  list.parameters.some(
    ({ name, required, schema }) => name === argument && (required === true || schema.default !== undefined),
  );
const own = all.filter(([, , { condition, isDefault }]) => !condition.scope && !isDefault);
const seen = own.filter(([, list, leaf]) => !leaf.condition.unseen && !isRequired(list, leaf));
const unseen = own.filter(([, , { condition }]) => condition.unseen);

test('most lists declare filters', () => {
  expect(lists.filter(({ leaves }) => leaves.length > 0).length).toBeGreaterThan(34);
  expect(seen.length).toBeGreaterThan(55);
  expect(unseen.length).toBeGreaterThan(25);
});

describe('a filter by a field of the answer selects exactly the rows that have it', () => {
  test.each(seen)('%s', async (_, list, leaf) => {
    const base = { ...needed(list), ...leaf.given };
    const rows = await ask(list, without(base, leaf.argument));
    expect(rows.length).toBeGreaterThanOrEqual(ROWS / 4);
    const values = candidates(leaf, rows);
    expect(values.length).toBeGreaterThan(1);
    for (const value of values) {
      const want = rows.filter((row) => holds(leaf.condition, row, value));
      expect(want.length).toBeGreaterThan(0);
      expect(want.length).toBeLessThan(rows.length);
      const args = { ...base, [leaf.argument]: asArgument(list, leaf.argument, value) };
      expect(await ask(list, args)).toEqual(want);
    }
  });
});

function without(args: Args, name: string): Args {
  return Object.fromEntries(
    Object.entries(args).map(([key, value]) =>
      key === name ? [key, name.startsWith('start') ? 1 : LATEST] : [key, value],
    ),
  );
}

describe('a filter that must be sent gives rows of its value only, and every value has rows', () => {
  test.each(own.filter(([, list, leaf]) => isRequired(list, leaf)))('%s', async (_, list, leaf) => {
    const { schema } = list.parameters.find(({ name }) => name === leaf.argument) ?? NO_PARAMETER;
    const example = await ask(list, needed(list));
    const shown = example.flatMap((row) => valuesIn(row, leaf.condition.field.split('.')));
    for (const value of schema.enum ?? [shown[0]]) {
      const rows = await ask(list, { ...needed(list), [leaf.argument]: value });
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(holds(leaf.condition, row, value)).toBe(true);
    }
  });
});

describe('a filter by a field that the answer does not show', () => {
  const times = unseen.filter(([, , { condition }]) => condition.is === '>=');
  const starts = times.map(([name, list, leaf]) => {
    const end = list.leaves.find(
      (other) =>
        other.condition.is === '<=' &&
        other.condition.field === leaf.condition.field &&
        JSON.stringify(other.given) === JSON.stringify(leaf.given),
    );
    return [name, list, leaf, end] as const;
  });

  test.each(starts)('%s: a start and the end before it part the rows', async (_, list, leaf, end) => {
    if (!end) throw new Error('There is no filter of the end.');
    const base = { ...needed(list), ...leaf.given };
    const rows = await ask(list, base);
    let least = rows.length;
    // The rows of 2024, by month.
    for (let month = 1; month <= 12; month++) {
      const from = Date.UTC(2024, month, 1) / 1000;
      const after = await ask(list, { ...base, [leaf.argument]: from });
      const before = await ask(list, { ...base, [end.argument]: from - 1 });
      expect(after.length + before.length).toBe(rows.length);
      expect(rows.filter((row) => has(after, row) !== has(before, row))).toHaveLength(rows.length);
      expect(after.length).toBeLessThanOrEqual(least);
      least = after.length;
      if (month === 6) {
        expect(after.length).toBeGreaterThan(rows.length / 4);
        expect(before.length).toBeGreaterThan(rows.length / 4);
      }
    }
    expect(least).toBe(0);
  });

  test.each(unseen.filter(([, , { condition }]) => condition.is === '='))(
    '%s: another value selects other rows',
    async (_, list, leaf) => {
      const { schema, example } = list.parameters.find(({ name }) => name === leaf.argument) ?? {};
      const staff = (await weiban.staff.list({ limit: 8 })).staff_list.map(({ id }) => String(id));
      const people = sandbox.persons.flatMap(({ phone, unionid, externalUserId, name }) => [
        phone,
        unionid,
        externalUserId,
        name,
      ]);
      const rows = await ask(list, needed(list));
      const base = { ...needed(list), ...leaf.given };
      const known = schema?.enum ?? (schema?.type === 'boolean' ? [true, false] : []);
      const numbers = [example]
        .flat()
        .map((value) =>
          typeof value === 'number' ? Math.floor(value / 1e6) * 1e6 + 100_001 : `${value}-100001`,
        );
      const values = leaf.condition.values
        ? [leaf.given[leaf.argument]]
        : known.length > 0
          ? known
          : [
              ...staff.slice(0, 3),
              ...people.slice(4, 12),
              ...numbers,
              100_001,
              `${leaf.condition.field}-100001`,
            ];
      const isNumber = [schema?.type, schema?.items?.type].includes('integer');
      let selected = 0;
      for (const value of isNumber ? values.filter((item) => Number.isInteger(Number(item))) : values) {
        const kept = await ask(list, {
          ...base,
          [leaf.argument]: asArgument(list, leaf.argument, value),
        });
        expect(kept.filter((row) => !has(rows, row))).toEqual([]);
        if (kept.length > 0 && kept.length < rows.length) selected++;
      }
      expect(selected).toBeGreaterThan(0);
    },
  );
});

function has(rows: readonly Row[], row: Row): boolean {
  return rows.some((known) => JSON.stringify(known) === JSON.stringify(row));
}

test('a phone number selects the customer who has it, and an employee the customers of the relation', async () => {
  for (const { phone, externalUserId } of sandbox.persons.slice(1, 6)) {
    const { external_user_list } = await weiban.externalUser.list({ phone_number: phone });
    expect(external_user_list.map(({ id }) => id)).toEqual([externalUserId]);
  }
  const ids = (await collect(weiban.externalUser.list.items({}))).map(({ id }) => String(id));
  const customers = await weiban.externalUser.batchGet.all({ id_list: ids });
  const relations = new Map(
    customers.map(({ id, follow_staffs }) => [id, follow_staffs?.map(({ staff_id }) => staff_id)]),
  );
  const { staff_list } = await weiban.staff.list({ limit: 8 });
  let count = 0;
  for (const { id: staff_id } of staff_list) {
    const found = await collect(weiban.externalUser.list.items({ staff_id: String(staff_id) }));
    const want = ids.filter((id) => relations.get(id)?.includes(staff_id));
    expect(found.map(({ id }) => id)).toEqual(want);
    count += want.length;
  }
  // The documented customer may have an employee of its own.
  expect(count).toBeGreaterThanOrEqual(ROWS - 1);
});

describe('whose rows they are: any parent has rows, and they say whose', () => {
  test.each(all.filter(([, , { condition }]) => condition.scope))('%s', async (_, list, leaf) => {
    const { example } = list.parameters.find(({ name }) => name === leaf.argument) ?? {};
    const value = typeof example === 'number' ? 987_654 : 'parent-987654';
    const rows = await ask(list, { ...needed(list), [leaf.argument]: value });
    expect(rows.length).toBeGreaterThanOrEqual(ROWS / 2);
    for (const row of rows)
      for (const found of valuesIn(row, [leaf.condition.field])) expect(String(found)).toBe(String(value));
  });
});

test('without a kind, sessions leave group chats out', async () => {
  const list = lists.find(({ id }) => id === 'chatSessionList');
  if (!list) throw new Error('There is no chatSessionList.');
  const kinds = async (args: Args) =>
    [...new Set((await ask(list, { ...needed(list), ...args })).map((row) => row.session_type))].sort();
  expect(await kinds({})).toEqual(['ext_user', 'other_staff']);
  expect(await kinds({ type: 'room' })).toEqual(['room']);
});

describe('an order', () => {
  const ordered = lists.flatMap((list) =>
    Object.entries(list.order?.orders ?? {}).map(
      ([value, order]) => [`${list.id} ${list.order?.argument ?? ''} ${value}`, list, value, order] as const,
    ),
  );
  test('is declared', () => expect(ordered.length).toBeGreaterThan(20));

  test.each(ordered)('%s', async (_, list, value, order) => {
    const argument = list.order?.argument;
    const base = needed(list);
    const rows = await ask(list, argument === undefined ? base : { ...base, [argument]: value });
    expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(rows.length);
    if (order.unseen) return;
    const times = rows.map((row) => toSeconds(valuesIn(row, order.field.split('.'))[0]));
    expect(times).toEqual([...times].sort((a, b) => (order.descending ? b - a : a - b)));
    expect(new Set(times).size).toBeGreaterThan(ROWS / 2);
  });

  test.each(ordered.filter(([, list, value]) => list.order?.argument && value === 'asc'))(
    '%s is the opposite of the other',
    async (_, list) => {
      const [asc, desc] = await Promise.all(
        ['asc', 'desc'].map((order) => ask(list, { ...needed(list), [list.order?.argument ?? '']: order })),
      );
      expect(desc).toEqual(asc?.toReversed());
    },
  );
});

test('rows that were created later were not changed before', async () => {
  for (const list of lists) {
    for (const row of await ask(list, needed(list))) {
      const entries = Object.entries(row).filter(([, value]) => value !== null);
      const created = entries.find(([name]) => /^create(d)?_(at|time)$/.test(name));
      const updated = entries.find(([name]) => /^updated?_(at|time)$/.test(name));
      if (!created || !updated) continue;
      expect(toSeconds(updated[1]), list.id).toBeGreaterThanOrEqual(toSeconds(created[1]));
    }
  }
});
