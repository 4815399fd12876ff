import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { generate } from '../../scripts/generate/generate.ts';
import { compileFolder } from '../support/compile.ts';
import { folderOf, SOUND } from '../support/spec-folder.ts';

const CODE = 'globalThis.pwned = true';
const EVIL = `*/ ${CODE}; /* \`\${${CODE}}\` '; ${CODE}; ' "; ${CODE}; " \\ </script> @internal {@link x} \u2028 ${CODE} \u2029 // \r\n${CODE}`;
// A dot would make it a path of two names.
const NO_PATH = EVIL.replaceAll('.', ' ');
const json = (value: unknown) => JSON.stringify(value);

const HOSTILE = {
  openapi: '3.1.0',
  info: { title: EVIL, version: EVIL, description: EVIL },
  security: [{ token: [] }],
  tags: [{ name: EVIL, description: EVIL }],
  'x-envelopes': {
    [EVIL]: {
      code: EVIL,
      message: EVIL,
      ok: [0],
      success: { type: 'object', required: [EVIL], properties: { [EVIL]: { type: 'integer', const: 0 } } },
      failure: { type: 'object', properties: { [EVIL]: { type: 'integer' } } },
    },
  },
  components: {
    securitySchemes: { token: { type: 'apiKey', in: 'query', name: EVIL } },
    schemas: {
      Promise: {
        type: 'object',
        description: EVIL,
        required: [EVIL, 'constructor'],
        properties: {
          [EVIL]: { type: 'string', enum: [EVIL, "'"] },
          constructor: { type: 'string' },
          toString: { $ref: '#/components/schemas/Promise' },
        },
      },
      'a.b-c': { type: 'string', 'x-known-values': [EVIL], description: EVIL },
    },
  },
  paths: {
    '/one': {
      get: {
        operationId: EVIL,
        tags: [EVIL],
        summary: EVIL,
        description: EVIL,
        deprecated: true,
        'x-errors': ['Evil'],
        'x-seat': EVIL,
        'x-status': EVIL,
        'x-page': { id: EVIL, title: EVIL, modified: EVIL },
        'x-oneOf-required': [EVIL],
        parameters: [
          {
            name: EVIL,
            in: 'query',
            description: EVIL,
            required: true,
            schema: { type: 'string', enum: [EVIL], default: EVIL, description: EVIL },
            example: EVIL,
          },
          {
            name: 'then',
            in: 'query',
            content: {
              'application/json': {
                schema: { type: 'array', items: { $ref: '#/components/schemas/Promise' } },
              },
            },
          },
        ],
        responses: {
          200: {
            description: EVIL,
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  properties: {
                    it: { $ref: '#/components/schemas/Promise' },
                    b: { $ref: '#/components/schemas/a.b-c' },
                    [EVIL]: { 'x-unknown': EVIL },
                  },
                },
              },
            },
          },
        },
      },
    },
    '/two': {
      post: {
        operationId: 'delete',
        requestBody: {
          content: {
            'application/json': {
              schema: { type: 'object', properties: { [`${EVIL}2`]: { type: 'string', description: EVIL } } },
            },
          },
        },
        responses: { 200: { description: 'x' } },
      },
    },
    '/many': {
      post: {
        operationId: 'many',
        'x-safety': 'read',
        'x-batch': { argument: EVIL, max: 2, items: NO_PATH, key: EVIL },
        requestBody: {
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: { [EVIL]: { type: 'array', items: { type: 'string' } } },
              },
            },
          },
        },
        responses: {
          200: {
            description: 'x',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  properties: { [NO_PATH]: { type: 'array', items: { type: 'object' } } },
                },
              },
            },
          },
        },
      },
    },
    '/three/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      put: {
        operationId: '../../escape',
        requestBody: { content: { 'text/plain': { schema: { type: 'string' } } } },
        responses: { 200: { description: 'x' } },
      },
    },
  },
};

const generateInto = (folder: string) =>
  generate({
    root: join(folder, 'spec/openapi.yaml'),
    out: join(folder, 'out'),
    project: process.cwd(),
    mode: 'force',
  });

describe('a hostile specification', () => {
  test('is inert in every generated file, and all files compile', async () => {
    const folder = folderOf({
      'spec/openapi.yaml': json(HOSTILE),
      'spec/error-codes.yaml': `Evil: ${json({ code: 1, zh: EVIL, en: EVIL, advice: EVIL, advice_zh: EVIL, global: 'wait' })}\n`,
    });
    await generateInto(folder);
    expect(compileFolder(join(folder, 'out'))).toEqual([]);
    for (const entry of readdirSync(join(folder, 'out'), { recursive: true, withFileTypes: true })) {
      if (entry.isFile() && entry.name.endsWith('.ts'))
        await import(pathToFileURL(join(entry.parentPath, entry.name)).href);
    }
    expect((globalThis as { pwned?: unknown }).pwned).toBeUndefined();
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(readdirSync(folder).sort()).toEqual(['out', 'spec']);
    expect(readdirSync(join(folder, 'out/validators')).sort()).toContain('escape.ts');
    expect(JSON.parse(readFileSync(join(folder, 'out/openapi.json'), 'utf8')).info.title).toBe(EVIL);
  });

  const ONE = SOUND['paths/thing/one.yaml']!;
  const layers = Array.from(
    { length: 12 },
    (_, at) => `a${at + 1}: &a${at + 1} [${Array(12).fill(`*a${at}`)}]\n`,
  );
  const bomb = `a0: &a0 [x]\n${layers.join('')}`;
  test.each<[name: string, files: Record<string, string>, says: RegExp]>([
    ['an alias bomb', { 'schemas/Thing.yaml': bomb }, /aliases stand for more than 10000 values/],
    [
      'a $ref to a URL',
      { 'paths/thing/one.yaml': ONE.replace('../../schemas/Thing.yaml', 'http://127.0.0.1/x.yaml') },
      /leaves the specification/,
    ],
    [
      'a $ref to a file outside',
      { 'paths/thing/one.yaml': ONE.replace('../../schemas/Thing.yaml', '../../../../etc/hostname') },
      /outside the specification's folder|does not exist/,
    ],
    [
      '__proto__ as a key',
      { 'schemas/Thing.yaml': 'type: object\nproperties:\n  __proto__: {type: string}\n' },
      /__proto__ is not allowed/,
    ],
    [
      'code in a path',
      { 'openapi.yaml': SOUND['openapi.yaml']!.replace('/api/thing/one: {', `"/api/\`');${CODE}//": {`) },
      /characters that a URL path must escape/,
    ],
    [
      '../ in an error name',
      { 'error-codes.yaml': '"../Evil": {code: 1, zh: a, en: b, advice: c}\n' },
      /not PascalCase/,
    ],
  ])('%s is refused with a clear error, and nothing is written', async (_, files, says) => {
    const named = Object.entries({ ...SOUND, ...files }).map(([name, text]) => [`spec/${name}`, text]);
    const folder = folderOf(Object.fromEntries(named));
    await expect(generateInto(folder)).rejects.toThrow(says);
    expect(readdirSync(folder)).toEqual(['spec']);
  });

  test('names of components are neither paths nor code', async () => {
    const names = ['../Evil', '"; globalThis.pwned = 1; "', '*/ evil', 'constructor'];
    const rows = names.map(
      (name) => `    ${JSON.stringify(name)}: {type: object, properties: {a: {type: string}}}\n`,
    );
    const root = SOUND['openapi.yaml']!.replace('components:\n', `components:\n  schemas:\n${rows.join('')}`);
    const named = Object.entries({ ...SOUND, 'openapi.yaml': root }).map(([name, text]) => [
      `spec/${name}`,
      text,
    ]);
    const folder = folderOf(Object.fromEntries(named));
    await generateInto(folder);
    expect(readdirSync(folder).sort()).toEqual(['out', 'spec']);
    expect(readdirSync(join(folder, 'out'), { recursive: true }).join()).not.toMatch(/evil/i);
    const text = readFileSync(join(folder, 'out/components.ts'), 'utf8');
    expect(text).toMatch(/interface Evil \{/);
    expect(text).not.toMatch(/globalThis\.pwned/);
  });
});
