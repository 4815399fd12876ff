// The collection for Postman says the same as the OpenAPI document, and its requests work.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { readRecordings } from '../../scripts/evidence/recording.ts';
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
  readonly responses: Record<string, { content: Record<string, { schema: object }> }>;
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

/** The operations whose example is a recording, which other tests hold against the document. */
const recorded = new Set(readRecordings('test/recordings').map(({ operation }) => operation));

test('the example of an answer that nobody recorded is one that the OpenAPI document allows', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false }).addSchema(document, 'document');
  const examples = itemsOf(chinese).filter(({ id }) => !recorded.has(id));
  const wrong = examples.flatMap(({ id, response }) => {
    const schema = operations.find(({ operationId }) => operationId === id)?.responses['200']?.content[
      'application/json'
    ]?.schema;
    const own = JSON.parse(JSON.stringify(schema ?? false).replaceAll('"#/', '"document#/'));
    return ajv.validate(own, JSON.parse(response[0]?.body ?? 'null')) ? [] : `${id}: ${ajv.errorsText()}`;
  });
  expect(wrong).toEqual([]);
  expect(examples.length).toBeGreaterThan(40);
});

test('the example of a recorded answer has large integers as they travel', () => {
  const example = itemsOf(chinese).find(({ id }) => id === 'staffSopOneExecuteRecord')?.response[0];
  expect(example?.body).toContain('"corp_id": 1700000000000000200,');
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
