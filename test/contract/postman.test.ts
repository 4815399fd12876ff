// The collection for Postman says the same as the OpenAPI document, and its requests work.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { validators } from '../../generated/validators/index.ts';
import { readRecordings } from '../../scripts/evidence/recording.ts';
import { quoteExact } from '../../scripts/kit/exact-json.ts';
import { startSandbox } from '../../src/sandbox/index.ts';

interface Entry {
  readonly key: string;
  readonly value: string;
  readonly disabled?: boolean;
}
interface Item {
  readonly id: string;
  readonly name: string;
  readonly request: {
    readonly method: string;
    readonly header: readonly Entry[];
    readonly body?: { readonly raw: string };
    readonly url: { readonly raw: string; readonly query?: readonly Entry[] };
  };
  readonly response: readonly { readonly body: string; readonly code: number }[];
}
interface Collection {
  readonly info: { readonly name: string };
  readonly item: readonly { readonly name: string; readonly item: readonly Item[] }[];
}
interface Answer {
  readonly errcode?: number;
  readonly status_code?: number;
  readonly success?: boolean;
  readonly access_token?: string;
}

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../generated/${name}`, import.meta.url), 'utf8'));
const english: Collection = read('postman-collection.json');
const chinese: Collection = read('postman-collection.zh.json');
const document = read('openapi.json');

const itemsOf = ({ item }: Collection) => item.flatMap((folder) => folder.item);
const operations = Object.values<Record<string, OperationObject>>(document.paths).flatMap((item) =>
  Object.values(item),
);
interface OperationObject {
  readonly operationId: string;
  readonly tags: readonly string[];
}

test.each([
  ['English', english, 'name'],
  ['Chinese', chinese, 'x-title'],
] as const)('the %s one has every operation once, in the folder of its category', (_, collection, title) => {
  const titles = new Map<string, string>(
    document.tags.map((tag: Record<string, string>) => [tag.name, tag[title]]),
  );
  const found = collection.item.flatMap(({ name, item }) => item.map(({ id }) => `${name}: ${id}`));
  const wanted = operations.map(({ operationId, tags }) => `${titles.get(tags[0] ?? '')}: ${operationId}`);
  expect(found.sort()).toEqual(wanted.sort());
  expect(found.length).toBeGreaterThan(150);
});

test('every name and every folder of the Chinese one is Chinese', () => {
  const names = [chinese.info, ...chinese.item, ...itemsOf(chinese)].map(({ name }) => name);
  expect(names.filter((name) => !/[\u4e00-\u9fff]/.test(name))).toEqual([]);
});

/** The names of the operations whose recordings break off. */
const cutOff = new Set(
  readRecordings('test/recordings').flatMap(({ operation, source }) =>
    (source.cut ?? []).length > 0 ? [operation] : [],
  ),
);

test('the example of every answer is as specified, with large integers as they travel', async () => {
  const examples = itemsOf(chinese).filter(({ id }) => !cutOff.has(id));
  const wrong: unknown[] = [];
  for (const { id, response } of examples) {
    const validate = await validators[id as keyof typeof validators]();
    const body = response[0]?.body ?? expect.fail(`${id} has no example`);
    if (!validate(JSON.parse(quoteExact(body)))) wrong.push([id, validate.errors]);
  }
  expect(wrong).toEqual([]);
  expect(examples.length).toBeGreaterThan(140);
  expect(
    itemsOf(chinese).flatMap(({ response }) => /: "?\d{17,}"?,/.exec(response[0]?.body ?? '') ?? []),
  ).toContain(': 1700000000000000200,');
});

/** Requests that fail in the order of the collection, and why. */
const CLOSED = 22_307;
const FAIL: Readonly<Record<string, number>> = { workorderReply: CLOSED, workorderSwitch: CLOSED };

test('every request succeeds in the sandbox, one after the other', async () => {
  await using sandbox = await startSandbox({ rows: 20, limits: false });
  const values: { key: string; value: string }[] = read('postman-environment-sandbox.json').values;
  const variables = new Map(values.map(({ key, value }) => [key, value]));
  variables.set('baseUrl', sandbox.url);
  const filled = (text: string) =>
    text.replace(/\{\{(\w+)\}\}/g, (_, name) => variables.get(name) ?? expect.fail(`{{${name}}}`));
  const failed: Record<string, number | undefined> = {};
  for (const { id, request } of itemsOf(english)) {
    const { method, header, body, url } = request;
    const response = await fetch(filled(url.raw), {
      method,
      headers: header.map(({ key, value }): [string, string] => [key, filled(value)]),
      ...(body !== undefined && { body: filled(body.raw) }),
    });
    const answer: Answer = await response.json();
    variables.set('access_token', answer.access_token ?? variables.get('access_token') ?? '');
    const code = answer.errcode ?? answer.status_code ?? 0;
    if (![0, 200].includes(code) || answer.success === false) failed[id] = code;
  }
  expect(failed).toEqual(FAIL);
  expect(sandbox.requests).toHaveLength(operations.length);
});
