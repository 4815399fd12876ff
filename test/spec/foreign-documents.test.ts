import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { listTypes } from '../../scripts/generate/paging.ts';
import type { Diagnostic } from '../../scripts/kit/diagnostic.ts';
import { assemble } from '../../scripts/spec/assemble.ts';
import { ANY_DISK, loadSpec } from '../../scripts/spec/load.ts';
import { buildModel, type Model } from '../../scripts/spec/model.ts';
import { referencedSchema } from '../../scripts/spec/pointer.ts';
import { folderOf } from '../support/spec-folder.ts';

const HEAD = 'openapi: 3.1.0\ninfo: {title: Shop, version: 1.0.0}\n';

/** Reads a document as `generate` does, with its warnings. */
function read(files: Readonly<Record<string, string>>): { model: Model; warnings: readonly Diagnostic[] } {
  const warnings: Diagnostic[] = [];
  const warn = (finding: Diagnostic) => void warnings.push(finding);
  return { model: buildModel(assemble(loadSpec(folderOf(files), ANY_DISK), { warn }), { warn }), warnings };
}

/** A document with one operation, `getShop`, and further lines of the root. */
const oneOperation = (operation: string, rest = '', head = HEAD) =>
  read({ 'openapi.yaml': `${head}paths:\n  /shop/{id}:\n    get:\n${indented(operation)}${rest}` });

const indented = (text: string) => text.replace(/^(?=.)/gm, '      ');
const ID = 'parameters: [{name: id, in: path, required: true, schema: {type: string}}]\n';

describe('a reference', () => {
  test.each([
    [
      'an answer',
      'responses: {"200": {$ref: "#/components/responses/Shop"}}\n',
      'components: {responses: {Shop: {description: ok, content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}}}\n',
    ],
    [
      'an answer of an answer',
      'responses: {"200": {$ref: "#/components/responses/A"}}\n',
      'components: {responses: {A: {$ref: "#/components/responses/B"}, B: {description: ok, content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}}}\n',
    ],
  ])('to %s counts like one written out', (_, operation, rest) => {
    const { model } = oneOperation(ID + operation, rest);
    expect(model.operations[0]!.result).toEqual({ type: 'object', properties: { name: { type: 'string' } } });
  });

  test.each([
    [
      'responses',
      'response',
      '{description: A., content: {text/plain: {schema: {}}, application/json: {schema: SCHEMA}}}',
      '/content/application~1json/schema',
    ],
    [
      'requestBodies',
      'request body',
      '{content: {application/x-yaml: {schema: SCHEMA}}}',
      '/content/application~1x-yaml/schema',
    ],
    ['parameters', 'parameter', '{name: a, in: query, schema: SCHEMA}', '/schema'],
    ['headers', 'header', '{schema: SCHEMA}', '/schema'],
  ])(
    'to one of %s in place of a schema means the schema inside it, with a warning',
    (kind, holder, written, inside) => {
      const schema = '{type: object, properties: {title: {type: string}}}';
      const { model, warnings } = oneOperation(
        `${ID}responses: {"200": {description: A., content: {application/json: {schema: {$ref: "#/components/${kind}/Film"}}}}}\n`,
        `components: {${kind}: {Film: ${written.replace('SCHEMA', schema)}}}\n`,
      );
      const result = model.operations[0]!.result!;
      expect(model.schemas[referencedSchema(result.$ref)!]).toEqual(parse(schema));
      expect(warnings.map(({ message, fix, place }) => [message, fix, place?.line])).toEqual([
        [
          `$ref "#/components/${kind}/Film" leads to a ${holder}, where a schema belongs`,
          `refer to "#/components/${kind}/Film${inside}"; it is read as that`,
          7,
        ],
      ]);
    },
  );

  test('to a parameter and a body counts like one written out', () => {
    const { model } = read({
      'openapi.yaml':
        `${HEAD}paths: {"/shop/{id}": {post: {parameters: [{$ref: "#/components/parameters/Id"}], requestBody: {$ref: "#/components/requestBodies/Shop"}}}}\n` +
        'components:\n  parameters: {Id: {name: id, in: path, required: true, schema: {type: string}}}\n' +
        '  requestBodies: {Shop: {required: true, content: {application/json: {schema: {type: string}}}}}\n',
    });
    expect(model.operations[0]!.parameters.map(({ name }) => name)).toEqual(['id']);
    expect(model.operations[0]!.body).toMatchObject({ required: true, schema: { type: 'string' } });
  });

  test('to a part of another file becomes a component, also if that part refers to itself', () => {
    const { model } = read({
      'openapi.yaml': `${HEAD}paths:\n  /tree: {$ref: "parts.yaml#/items/~1tree"}\n`,
      'parts.yaml':
        'items:\n  /tree: {get: {responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/shapes/Tree"}}}}}}}\n' +
        'shapes:\n  Tree: {type: object, properties: {children: {type: array, items: {$ref: "#/shapes/Tree"}}}}\n',
    });
    expect(model.operations[0]!.result).toEqual({ $ref: '#/components/schemas/shapes_Tree' });
    expect(model.schemas).toEqual({
      shapes_Tree: {
        type: 'object',
        properties: { children: { type: 'array', items: { $ref: '#/components/schemas/shapes_Tree' } } },
      },
    });
  });

  test('to a member of a component, and to an anchor, becomes a component', () => {
    const { model } = oneOperation(
      `${ID}responses: {"200": {description: ok, content: {application/json: {schema: {anyOf: [{$ref: "#/components/schemas/Shop/properties/owner"}, {$ref: "#boss"}]}}}}}\n`,
      'components: {schemas: {Shop: {type: object, properties: {owner: {type: string}}}, Boss: {$anchor: boss, type: integer}}}\n',
    );
    expect(model.operations[0]!.result).toEqual({
      anyOf: [{ $ref: '#/components/schemas/Shop_owner' }, { $ref: '#/components/schemas/Boss' }],
    });
    expect(model.schemas.Shop_owner).toEqual({ type: 'string' });
  });

  test('to a path item leaves one operation, not two with one name', () => {
    const { model } = read({
      'openapi.yaml': `${HEAD}paths: {/a: {$ref: "#/components/pathItems/A"}}\ncomponents: {pathItems: {A: {get: {operationId: a, responses: {}}}}}\n`,
    });
    expect(model.operations.map(({ id }) => id)).toEqual(['a']);
    expect(model.document.components).toEqual({ schemas: {} });
  });

  test('inside example data is data', () => {
    const { model, warnings } = oneOperation(
      `${ID}responses: {"200": {description: ok, content: {application/json: {schema: {type: object}, example: {$ref: "https://example.com/1"}}}}}\n`,
      'components: {examples: {A: {value: {$ref: "https://example.com/1"}}}}\n',
    );
    expect(warnings).toEqual([]);
    expect(model.operations).toHaveLength(1);
  });

  test.each([
    [
      'of schemas',
      'components: {schemas: {A: {$ref: "#/components/schemas/B"}, B: {$ref: "#/components/schemas/A"}}}\n',
      /refers only to itself: A → B → A/,
    ],
    [
      'of parameters',
      'components: {parameters: {A: {$ref: "#/components/parameters/B"}, B: {$ref: "#/components/parameters/A"}}}\n',
      /leads back to itself/,
    ],
  ])('circle %s is refused', (_, rest, message) => {
    expect(() => oneOperation(ID, rest)).toThrow(message);
  });
});

describe('a schema of OpenAPI 3.0', () => {
  const schemaOf = (schema: string, version = '3.0.3') => {
    const { model } = oneOperation(
      ID,
      `components: {schemas: {S: ${schema}, T: {type: object}}}\n`,
      HEAD.replace('3.1.0', version),
    );
    return model.schemas.S;
  };

  test.each([
    ['{type: string, nullable: true}', { type: ['string', 'null'] }],
    ['{type: string, nullable: false}', { type: 'string' }],
    ['{type: string, enum: [a], nullable: true}', { type: ['string', 'null'], enum: ['a', null] }],
    [
      '{allOf: [{$ref: "#/components/schemas/T"}], nullable: true, description: D}',
      { description: 'D', anyOf: [{ allOf: [{ $ref: '#/components/schemas/T' }] }, { type: 'null' }] },
    ],
    ['{nullable: true}', {}],
    ['{type: file, description: D}', { description: 'D' }],
    ['{type: [string, any]}', { type: ['string'] }],
    ['{type: integer, enum: []}', { type: 'integer' }],
    [
      '{type: object, not: {required: [a]}, nullable: true}',
      { anyOf: [{ type: 'object', not: { required: ['a'] } }, { type: 'null' }] },
    ],
    ['{type: integer, minimum: 1, exclusiveMinimum: true}', { type: 'integer', exclusiveMinimum: 1 }],
    ['{type: integer, maximum: 9, exclusiveMaximum: false}', { type: 'integer', maximum: 9 }],
    ['{$ref: "#/components/schemas/T", nullable: true}', { $ref: '#/components/schemas/T' }],
  ])('%s', (schema, want) => {
    expect(schemaOf(schema)).toEqual(want);
  });

  test('in a document of 3.1, null beside a reference counts', () => {
    expect(schemaOf('{$ref: "#/components/schemas/T", nullable: true}', '3.1.0')).toEqual({
      anyOf: [{ $ref: '#/components/schemas/T' }, { type: 'null' }],
    });
  });
});

test('boolean schemas are schemas', () => {
  const { model } = oneOperation(
    ID,
    'components: {schemas: {S: {properties: {any: true, none: false}, additionalProperties: false}}}\n',
  );
  expect(model.schemas.S).toEqual({
    properties: { any: {}, none: { not: {} } },
    additionalProperties: false,
  });
});

test("an operation's parameter replaces the path item's, and one of the same name elsewhere stays", () => {
  const { model } = read({
    'openapi.yaml': `${HEAD}paths:\n  /shop/{id}:\n    parameters:\n      - {name: id, in: path, required: true, schema: {type: string}}\n      - {name: id, in: query, schema: {type: string}}\n    get:\n      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]\n`,
  });
  expect(model.operations[0]!.parameters.map(({ in: at, schema }) => [at, schema!.type])).toEqual([
    ['query', 'string'],
    ['path', 'integer'],
  ]);
});

test('a path parameter that nothing declares is refused', () => {
  expect(() => oneOperation('summary: S\n')).toThrow(
    /GET \/shop\/\{id\} does not declare its path parameter "id"/,
  );
});

test('JSON is found behind other media types', () => {
  const { model } = oneOperation(
    `${ID}responses: {"200": {description: ok, content: {application/xml: {schema: {type: string}}, application/problem+json: {schema: {type: object}}}}}\n`,
  );
  expect(model.operations[0]!.result).toEqual({ type: 'object' });
});

describe('names', () => {
  const idsOf = (...operationIds: string[]) => {
    const rows = operationIds.map(
      (id, index) => `  /p${index}: {get: {operationId: ${JSON.stringify(id)}}}\n`,
    );
    const { model, warnings } = read({ 'openapi.yaml': `${HEAD}paths:\n${rows.join('')}` });
    const ids = Object.fromEntries(model.operations.map(({ path, id }) => [path, id]));
    return { ids: operationIds.map((_, index) => ids[`/p${index}`]), warnings };
  };

  test.each([
    [
      ['查询订单', '查询客户'],
      ['chaXunDingDan', 'chaXunKeHu'],
    ],
    [['café au lait'], ['cafeAuLait']],
    [['привет'], [expect.stringMatching(/^u43f/)]],
    [['index'], ['index_']],
    [['100%_off'], ['_100Off']],
  ])('%j are readable', (given, want) => {
    expect(idsOf(...given)).toEqual({ ids: want, warnings: [] });
  });

  test('that differ by case alone get a number, with a warning', () => {
    const { ids, warnings } = idsOf('getUser', 'getuser', 'GetUser');
    expect(ids).toEqual(['getUser', 'getuser2', 'getUser3']);
    expect(warnings.map(({ code }) => code)).toEqual(['name-clash', 'name-clash']);
  });
});

describe('warnings instead of refusals', () => {
  test.each([
    ['an unknown extension near a known one', 'x-pages: {a: 1}\n', /"x-pages" is not known in an operation/],
    ['an unknown key', 'consumes: [a]\n', /"consumes" is not known/],
    [
      'a boolean required',
      'responses: {"200": {description: ok, content: {application/json: {schema: {type: object, properties: {a: {type: string, required: true}}}}}}}\n',
      /list of property names/,
    ],
    [
      'a pattern of another language',
      'responses: {"200": {description: ok, content: {application/json: {schema: {type: string, pattern: "(?i)a"}}}}}\n',
      /no regular expression of ECMAScript/,
    ],
  ])('%s', (_, lines, message) => {
    const { warnings } = oneOperation(ID + lines);
    expect(warnings.map((finding) => finding.message)).toEqual([expect.stringMatching(message)]);
  });
});

test.each([
  [
    'swagger: "2.0"\ninfo: {title: T, version: "1"}\npaths: {}\n',
    /Swagger 2.0 document, and only OpenAPI 3 is read\n.*swagger2openapi/,
  ],
  [HEAD.replace('3.1.0', '4.0.0'), /OpenAPI "4.0.0" is not known/],
])('another version is refused in one sentence', (root, message) => {
  expect(() => read({ 'openapi.yaml': root })).toThrow(message);
});

test('rows that a component of any name lists have their type', () => {
  const { model } = oneOperation(
    `${ID}x-pagination: {style: offset, limit: limit, offset: offset, items: rows}\nresponses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/商品列表"}}}}}\n`,
    'components: {schemas: {商品列表: {type: object, properties: {rows: {type: array, items: {type: string}}}}}}\n',
  );
  expect(listTypes(model, model.operations[0]!, 'Row')?.declared).toEqual({ type: 'string' });
});

describe('YAML anchors', () => {
  const schemas = (lines: string) => {
    const { model } = oneOperation(ID, `components:\n  schemas:\n${lines}`);
    return model.schemas;
  };

  test.each([
    ['an alias', '    A: &a {type: string}\n    B: *a\n', { A: { type: 'string' }, B: { type: 'string' } }],
    [
      'a merge key',
      '    A: &a {type: string, title: A}\n    B: {<<: *a, title: B}\n',
      { A: { type: 'string', title: 'A' }, B: { type: 'string', title: 'B' } },
    ],
    [
      'an alias that stands often',
      `    A: &a {type: string}\n    B: {type: object, properties: {${Array.from({ length: 300 }, (_, at) => `p${at}: *a`).join(', ')}}}\n`,
      { A: { type: 'string' }, B: expect.objectContaining({ type: 'object' }) },
    ],
  ])('%s is written out', (_, lines, want) => {
    expect(schemas(lines)).toEqual(want);
  });

  test('that stand for too much are refused', () => {
    const layers = Array.from(
      { length: 12 },
      (_, at) => `a${at + 1}: &a${at + 1} [${Array(12).fill(`*a${at}`).join(', ')}]\n`,
    );
    expect(() => oneOperation(ID, `x-a: &a0 [x]\n${layers.map((layer) => `x-${layer}`).join('')}`)).toThrow(
      /openapi.yaml:1:1 yaml-anchor: aliases stand for more than 10000 values/,
    );
  });

  test('are refused in a specification of our own', () => {
    const folder = folderOf({ 'openapi.yaml': `${HEAD}paths: {}\nx-a: &a 1\nx-b: *a\n` });
    expect(() => loadSpec(folder)).toThrow(/anchor &a is not allowed/);
  });
});

describe('a path that OpenAPI does not have', () => {
  const operationAt = (path: string, parameters = '') => {
    const { model, warnings } = read({
      'openapi.yaml': `${HEAD}paths:\n  ${JSON.stringify(path)}: {get: {operationId: a, parameters: [${parameters}], responses: {}}}\n`,
    });
    return { ...model.operations[0]!, warnings: warnings.map(({ code }) => code) };
  };

  test.each([
    ['/a#one', '', '/a', []],
    [
      '/a?x=1&y=b%20c',
      '',
      '/a',
      [
        ['x', ['1']],
        ['y', ['b c']],
      ],
    ],
    ['/a?x=1', '{name: x, in: query, schema: {type: string}}', '/a', [['x', undefined]]],
    ['/字/a b', '', '/%E5%AD%97/a%20b', []],
    [
      '/a/{.id*}',
      '{name: id, in: path, required: true, style: label, schema: {type: string}}',
      '/a/{id}',
      [['id', undefined]],
    ],
    ['/<upload_url>', '', '/%3Cupload_url%3E', []],
    ['/a{?x}', '{name: x, in: query, schema: {type: string}}', '/a', [['x', undefined]]],
  ])('%s is sent as it is meant, with a warning', (path, parameters, url, want) => {
    const operation = operationAt(path, parameters);
    expect(operation.url).toBe(url);
    expect(operation.parameters.map(({ name, schema }) => [name, schema!.enum])).toEqual(want);
    expect(operation.warnings).toEqual(['path-odd']);
  });

  test.each(['/a\\b', '/a`b', '/a\u0001'])('%j is refused', (path) => {
    expect(() => operationAt(path)).toThrow(/path-characters: the path .* has characters/);
  });
});

test.each(['close', 'http', 'then'])('an operation called %s gets a sign, with a warning', (name) => {
  const { model, warnings } = oneOperation(`${ID}operationId: ${name}\n`);
  expect(model.operations[0]!.id).toBe(`${name}_`);
  expect(warnings.map(({ code }) => code)).toEqual(['name-clash']);
});

test.each([
  ['{type: array, items: [{type: string}]}', { type: 'array', prefixItems: [{ type: 'string' }] }],
  ['{type: string, enum: []}', { type: 'string' }],
])('the schema %s is read as it is meant, with a warning', (schema, want) => {
  const { model, warnings } = oneOperation(ID, `components: {schemas: {S: ${schema}}}\n`);
  expect(model.schemas.S).toEqual(want);
  expect(warnings.map(({ code }) => code)).toEqual(['unknown-key']);
});

test('a pointer leads through the references on its way', () => {
  const { model } = oneOperation(
    ID,
    'components: {schemas: {A: {$ref: "#/components/schemas/B/properties/c/properties/d"}, B: {properties: {c: {$ref: "#/components/schemas/C"}}}, C: {properties: {d: {type: string}}}}}\n',
  );
  expect(model.schemas.A).toEqual({ $ref: '#/components/schemas/C_d' });
  expect(() =>
    oneOperation(ID, 'components: {schemas: {A: {$ref: "#/components/schemas/A/properties/d"}}}\n'),
  ).toThrow(/points to nothing/);
});

test('a text behind a reference counts like one written out, with a warning', () => {
  const { model, warnings } = read({
    'openapi.yaml': `${HEAD}tags: [{name: a, description: {$ref: "texts.yaml#/a"}}]\npaths: {/a: {get: {operationId: a, description: {$ref: "texts.yaml#/a"}}}}\n`,
    'texts.yaml': 'a: |\n  Text.\n',
  });
  expect(model.operations[0]!.object.description).toBe('Text.\n');
  expect(model.document.tags).toEqual([{ name: 'a', description: 'Text.\n' }]);
  expect(warnings.map(({ code }) => code)).toEqual(['unknown-key', 'unknown-key']);
});

test('properties behind one reference count like those written out, with a warning', () => {
  const { model, warnings } = oneOperation(
    ID,
    'components: {schemas: {S: {type: object, properties: {$ref: "#/x-maps/a"}}, T: {type: object, properties: {$ref: {type: string}}}}}\n' +
      'x-maps: {a: {b: {$ref: "#/components/schemas/T"}}}\n',
  );
  expect(model.schemas.S).toEqual({ type: 'object', properties: { b: { $ref: '#/components/schemas/T' } } });
  expect(model.schemas.T).toEqual({ type: 'object', properties: { $ref: { type: 'string' } } });
  expect(warnings.map(({ code }) => code)).toEqual(['unknown-key']);
});

describe('a warning has its place', () => {
  const ANSWER = 'responses: {"200": {description: ok}}';
  const text = `${HEAD}paths:
  /a/{id}:
    parameters:
      - {name: x, in: path, required: true, schema: {type: string}}
    get:
      operationId: close
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: q, in: query, style: odd, schema: {type: string}}
      requestBody: {content: {application/json: {schema: {type: string}}}}
      ${ANSWER}
    trace: {${ANSWER}}
`;
  const want: [message: RegExp, line: number][] = [
    [/^\/a\/\{id\} gets the name close/, 8],
    [/^TRACE \/a\/\{id\} is left out/, 14],
    [/path parameter "x", which its path does not have/, 6],
    [/the style "odd"/, 11],
    [/has a body, which fetch refuses/, 12],
  ];
  const found = ({ warnings }: { readonly warnings: readonly Diagnostic[] }) =>
    want.map(([message]) => warnings.find((finding) => message.test(finding.message))?.place?.line);

  test('in YAML', () => {
    expect(found(read({ 'openapi.yaml': text }))).toEqual(want.map(([, line]) => line));
  });

  test('in a file that the path item refers to', () => {
    const [head = '', item = ''] = text.split('/a/{id}:\n');
    const { warnings } = read({
      'openapi.yaml': `${head}/a/{id}: {$ref: 'a.yaml#/items/a'}\n`,
      'a.yaml': `items:\n  a:\n${item}`,
    });
    expect(found({ warnings })).toEqual(want.map(([, line]) => line - 2));
    expect(warnings.every(({ place }) => place?.file.endsWith('a.yaml'))).toBe(true);
  });

  test('in JSON', () => {
    const json = JSON.stringify(parse(text), null, 1);
    const lineOf = (part: string) => json.slice(0, json.indexOf(part)).split('\n').length;
    const { warnings } = read({ 'openapi.yaml': json });
    const parts = ['"operationId"', '"trace"', '{\n     "name": "x"', '"style"', '"requestBody"'];
    expect(found({ warnings })).toEqual(parts.map(lineOf));
  });
});

test('a document without info is read, with a warning', () => {
  const { model, warnings } = read({ 'openapi.yaml': 'openapi: 3.1.0\npaths: {}\n' });
  expect(model.document.info).toEqual({ title: 'API', version: '0' });
  expect(warnings).toMatchObject([{ code: 'no-info', place: { line: 1 } }]);
});

test('null without quotes among types is the type null, with a warning', () => {
  const { model, warnings } = read({
    'openapi.yaml': `${HEAD}paths: {}\ncomponents: {schemas: {A: {type: [string, null]}, B: {properties: {c: {type: [null, integer]}}}}}\n`,
  });
  expect(model.schemas).toEqual({
    A: { type: ['string', 'null'] },
    B: { properties: { c: { type: ['null', 'integer'] } } },
  });
  expect(warnings.map(({ place }) => place?.line)).toEqual([4, 4]);
});

test.each([
  ['https://example.com/a.yaml', /copy the target into a file below /],
  ['../a.yaml', /move the root document to a folder above both files/],
])('a reference to %s is refused with a mend that fits any document', (to, fix) => {
  const text = `${HEAD}paths: {}\ncomponents: {schemas: {A: {$ref: '${to}'}}}\n`;
  expect(() => read({ 'openapi.yaml': text })).toThrow(fix);
});
