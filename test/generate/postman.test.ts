import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { postmanCollection } from '../../scripts/generate/postman/collection.ts';
import { postmanEnvironments } from '../../scripts/generate/postman/environments.ts';
import { stableId } from '../../scripts/generate/postman/stable-id.ts';
import { sampleValue } from '../../scripts/generate/sample-value.ts';
import type { Schema } from '../../scripts/spec/openapi.ts';
import { foreignModel } from '../support/foreign-client.ts';

interface Item {
  readonly id: string;
  readonly name: string;
  readonly item?: readonly Item[];
  readonly event?: readonly { readonly script: { readonly exec: readonly string[] } }[];
  readonly request: { readonly header: object; readonly body?: { readonly raw: string } };
}

/** A vendor that is not Weiban: `schemes` under `securitySchemes`, `security` of every call, and one operation. */
const documentOf = (operation: string, schemes = '{}', security = '[]', more = '') => `openapi: 3.1.0
info: {title: Shop, version: 1.0.0}
servers: [{url: 'https://shop.example.com/v1'}]
security: ${security}
${more}
components: {securitySchemes: ${schemes}}
paths:
${operation.replace(/^/gm, '  ')}
`;
const ANSWER = `{'200': {description: ok, content: {application/json: {schema: {type: object, properties: {n: {type: integer}}}}}}}`;
const LIST = `/thing/list: {get: {operationId: thingList, responses: ${ANSWER}}}`;

const collectionOf = (yaml: string) =>
  postmanCollection(foreignModel(yaml).model, []) as { readonly item: readonly Item[] };
const itemOf = (yaml: string): Item => collectionOf(yaml).item[0] ?? expect.fail('no item');

const KEY = (place: string) => `{key: {type: apiKey, in: ${place}, name: X-Key}}`;
const credentials: [name: string, schemes: string, security: string, want: object][] = [
  ['none', '{}', '[]', { header: [], url: { raw: '{{baseUrl}}/thing/list' } }],
  [
    'a key in the query',
    KEY('query'),
    '[{key: []}]',
    {
      url: {
        raw: '{{baseUrl}}/thing/list?X-Key={{key}}',
        query: [{ key: 'X-Key', value: '{{key}}' }],
      },
    },
  ],
  ['a key in a header', KEY('header'), '[{key: []}]', { header: [{ key: 'X-Key', value: '{{key}}' }] }],
  [
    'a key in a cookie',
    KEY('cookie'),
    '[{key: []}]',
    { header: [{ key: 'Cookie', value: 'X-Key={{key}}' }] },
  ],
  [
    'a bearer token',
    '{key: {type: http, scheme: bearer}}',
    '[{key: []}]',
    { header: [{ key: 'Authorization', value: 'Bearer {{key}}' }] },
  ],
  [
    'a user and a password',
    '{key: {type: http, scheme: basic}}',
    '[{key: []}]',
    {
      header: [],
      auth: {
        type: 'basic',
        basic: [
          { key: 'username', value: '{{key_username}}', type: 'string' },
          { key: 'password', value: '{{key_password}}', type: 'string' },
        ],
      },
    },
  ],
  ['no credential as an alternative', KEY('header'), '[{}, {key: []}]', { header: [] }],
];

test.each(credentials)('a request carries %s', (_, schemes, security, want) => {
  expect(itemOf(documentOf(LIST, schemes, security)).request).toMatchObject(want);
});

const operation = (rest: string, path = '/thing', method = 'get') =>
  documentOf(`${path}:\n  ${method}:\n    operationId: thing\n    responses: ${ANSWER}\n    ${rest}`);
const query = (rest: string) => operation(`parameters: [{in: query, name: q, ${rest}}]`);
const url = (raw: string, more: object = {}) => ({ url: { raw: `{{baseUrl}}/thing${raw}`, ...more } });
const requests: [name: string, document: string, want: object][] = [
  [
    'a needed parameter',
    query("required: true, description: A text., example: 'a&b=1', schema: {type: string}"),
    url('?q=a%26b%3D1', { query: [{ key: 'q', value: 'a%26b%3D1', description: 'Required. A text.' }] }),
  ],
  [
    'a parameter that is not needed',
    query('example: 1, schema: {type: integer}'),
    url('', { query: [{ key: 'q', value: '1', disabled: true }] }),
  ],
  ['several examples', query('required: true, examples: {one: {value: 7}}'), url('?q=7')],
  ['no example', query('required: true, schema: {type: string, enum: [b, a]}'), url('?q=b')],
  ['a list', query('required: true, example: [a, b], schema: {type: array}'), url('?q=a&q=b')],
  [
    'a list in one text',
    query('required: true, example: [a, b], explode: false, schema: {type: array}'),
    url('?q=a,b'),
  ],
  [
    'JSON text',
    query('required: true, example: {a: 1}, content: {application/json: {schema: {type: object}}}'),
    url('?q={"a":1}'),
  ],
  [
    'one of several',
    operation(
      'x-oneOf-required: [a, b]\n    parameters: [{in: query, name: a}, {in: query, name: b, example: 2}]',
    ),
    url('?b=2'),
  ],
  [
    'a path',
    operation('parameters: [{in: path, name: id, required: true, example: 5}]', '/thing/{id}/v{id}'),
    { url: { raw: '{{baseUrl}}/thing/:id/v5', variable: [{ key: 'id', value: '5' }] } },
  ],
  [
    'a form',
    operation(
      'requestBody: {content: {application/x-www-form-urlencoded: {example: {a: 1, b: [2]}}}}',
      '/thing',
      'post',
    ),
    {
      body: {
        mode: 'urlencoded',
        urlencoded: [
          { key: 'a', value: '1' },
          { key: 'b', value: '[2]' },
        ],
      },
    },
  ],
  [
    'a file',
    operation(
      'requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {f: {type: string, format: binary}, a: {type: string}}}}}}',
      '/thing',
      'post',
    ),
    {
      header: [],
      body: {
        mode: 'formdata',
        formdata: [
          { key: 'f', type: 'file', src: [] },
          { key: 'a', type: 'text', value: 'example' },
        ],
      },
    },
  ],
  [
    'an integer that no number can hold',
    operation(
      'requestBody: {content: {application/json: {example: {a: 9007199254740993}}}}',
      '/thing',
      'post',
    ),
    { body: { mode: 'raw', raw: '{\n  "a": 9007199254740993\n}' } },
  ],
];

test.each(requests)('a request with %s', (_, document, want) => {
  expect(itemOf(document).request).toMatchObject(want);
});

const TOKEN = (path: string) =>
  documentOf(
    `${LIST}\n/token: {post: {operationId: zToken, tags: [auth], security: [], responses: ${ANSWER}, requestBody: {content: {application/json: {schema: {type: object, properties: {id: {type: string}, pin: {type: string}, grant: {type: string}}}}}}}}`,
    KEY('header'),
    '[{key: []}]',
    `x-token: {operation: zToken, request: {corpId: id, secret: pin}, fixed: {grant: client}, result: {token: ${JSON.stringify(path)}}}`,
  );

describe('the call that issues the token', () => {
  test('is the first, carries variables, and fills the one that other calls carry', () => {
    const { item } = collectionOf(TOKEN('data.key'));
    const [folder, list] = item;
    expect(folder?.name).toBe('auth');
    const token = folder?.item?.[0] ?? expect.fail('no token');
    expect(JSON.parse(token.request.body?.raw ?? '')).toEqual({
      id: '{{id}}',
      pin: '{{pin}}',
      grant: 'client',
    });
    expect(list?.request.header).toEqual([{ key: 'X-Key', value: '{{key}}' }]);
    expect(storedBy(token, { data: { key: 'token-1' } })).toEqual({ key: 'token-1' });
    expect(storedBy(token, { errcode: 1 })).toEqual({});
    expect(list?.event).toBeUndefined();
  });

  test('has an inert script, whatever its path is called', () => {
    const evil = "a']; globalThis['pwned'] = true; //\u2028";
    const [folder] = collectionOf(TOKEN(evil)).item;
    expect(storedBy(folder?.item?.[0], { [evil]: 'token-1' })).toEqual({
      [evil.replace(/[^\w-]/g, '_')]: 'token-1',
    });
  });
});

/** What the script of a request stores of an answer, in a context of its own that has the part of `pm` that it uses. */
function storedBy(item: Item | undefined, answer: object): object {
  const stored: Record<string, string> = {};
  const context = {
    pm: {
      response: { json: () => answer },
      test: () => undefined,
      environment: {
        set: (name: string, value: string) => {
          stored[name] = value;
        },
      },
    },
  };
  runInNewContext(item?.event?.[0]?.script.exec.join('\n') ?? expect.fail('no script'), context);
  expect(Object.keys(context)).toEqual(['pm']);
  return stored;
}

test('the environments have a variable for every credential, empty in production', () => {
  const { sandbox, production } = postmanEnvironments(foreignModel(TOKEN('key')).model);
  const rows = (environment: object) =>
    (environment as { values: { key: string; value: string; type: string }[] }).values.map(
      ({ key, value, type }) => [key, value, type],
    );
  expect(rows(sandbox)).toEqual([
    ['baseUrl', 'http://127.0.0.1:4010', 'default'],
    ['id', 'sandbox-corp', 'default'],
    ['pin', 'sandbox-secret', 'secret'],
    ['key', '', 'secret'],
  ]);
  expect(rows(production)).toEqual([
    ['baseUrl', 'https://shop.example.com/v1', 'default'],
    ['id', '', 'default'],
    ['pin', '', 'secret'],
    ['key', '', 'secret'],
  ]);
});

test('an id follows from its name and has the form of a UUID', () => {
  const id = stableId('a');
  expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/);
  expect([stableId('a'), stableId('b')]).toEqual([id, expect.not.stringContaining(id)]);
});

const samples: [name: string, schema: Schema, want: unknown][] = [
  ['an example', { type: 'string', example: 'a', default: 'b' }, 'a'],
  ['a constant', { const: 0 }, 0],
  ['a known value', { type: 'string', 'x-known-values': ['new'] }, 'new'],
  ['a text', { type: 'string' }, 'example'],
  ['a time', { type: 'integer', format: 'unix-seconds' }, 1_767_578_400],
  ['a bounded number', { type: ['null', 'number'], minimum: 3 }, 3],
  ['a list', { type: 'array', items: { type: 'boolean' } }, [true]],
  ['alternatives', { anyOf: [{ type: 'null' }, { type: 'integer' }] }, 1],
  [
    'parts',
    { allOf: [{ type: 'object', properties: { a: { type: 'integer' } } }], properties: { b: { const: 2 } } },
    { a: 1, b: 2 },
  ],
  ['an object without fields', { type: 'object' }, {}],
  ['nothing known', {}, {}],
];

test.each(samples)('a sample of %s', (_, schema, want) => {
  expect(sampleValue(foreignModel(documentOf(LIST)).model, schema)).toEqual(want);
});

test('a schema inside itself is left out, and a sample has an end', () => {
  const properties = Object.fromEntries(
    Array.from({ length: 20 }, (_, at) => [`p${at}`, { $ref: `#/components/schemas/S${at}` }]),
  );
  const schemas = Object.fromEntries(
    Array.from({ length: 20 }, (_, at) => [`S${at}`, { type: 'object', properties }]),
  );
  const { model } = foreignModel(documentOf(LIST));
  const document = { ...model.document, components: { schemas } };
  const text = JSON.stringify(sampleValue({ ...model, document }, { $ref: '#/components/schemas/S0' }));
  expect(text.length).toBeGreaterThan(100);
  expect(text.length).toBeLessThan(10_000);
  expect(JSON.parse(text).p0).toBeUndefined();
});
