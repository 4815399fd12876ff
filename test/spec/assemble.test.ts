import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Diagnostic, SpecError } from '../../scripts/kit/diagnostic.ts';
import { assemble } from '../../scripts/spec/assemble.ts';
import { loadSpec } from '../../scripts/spec/load.ts';
import { buildModel } from '../../scripts/spec/model.ts';
import { folderOf, modelOf, SOUND } from '../support/spec-folder.ts';

function diagnosticsOf(folder: string): readonly Diagnostic[] {
  try {
    buildModel(assemble(loadSpec(folder)));
  } catch (error) {
    if (error instanceof SpecError) return error.diagnostics;
    throw error;
  }
  return [];
}

const ONE = SOUND['paths/thing/one.yaml']!;
const THING = SOUND['schemas/Thing.yaml']!;
const replace = (text: string, from: string, to: string) => {
  expect(text).toContain(from);
  return text.replace(from, () => to);
};

type Case = [name: string, file: string, text: () => string, code: string, at: string, says: string];

const MISTAKES: Case[] = [
  [
    'an unknown key',
    'paths/thing/one.yaml',
    () => replace(ONE, 'summary:', 'sumary:'),
    'unknown-key',
    '3:3',
    'write summary:',
  ],
  [
    'an empty enum',
    'schemas/Thing.yaml',
    () => replace(THING, 'x-known-values: [red, green]', 'enum: []'),
    'unknown-key',
    '6:26',
    'list the values, or remove enum:',
  ],
  [
    'an unknown extension',
    'paths/thing/one.yaml',
    () => replace(ONE, 'x-safety', 'x-saftey'),
    'unknown-key',
    '4:3',
    'write x-safety:',
  ],
  [
    'a wrong value',
    'paths/thing/one.yaml',
    () => replace(ONE, 'x-limit: read', 'x-limit: lots'),
    'shape',
    '5:3',
    'one of read, write, bulk',
  ],
  [
    'an unknown effect',
    'paths/thing/one.yaml',
    () => replace(ONE, 'x-limit: read', 'x-limit: read\n  x-effect: remove'),
    'shape',
    '6:3',
    'one of none, delete, send',
  ],
  [
    'a list that is a string',
    'paths/thing/one.yaml',
    () => replace(ONE, '[ThingNotFound]', 'ThingNotFound'),
    'shape',
    '6:3',
    'a list',
  ],
  ['a key twice', 'schemas/Thing.yaml', () => `${THING}type: object\n`, 'yaml-syntax', '7:1', 'keep one'],
  ['broken YAML', 'schemas/Thing.yaml', () => replace(THING, '[id]', '[id'), 'yaml-syntax', '3:1', 'fix'],
  [
    'an unknown error',
    'paths/thing/one.yaml',
    () => replace(ONE, '[ThingNotFound]', '[Nope]'),
    'error-exists',
    '',
    'error-codes.yaml',
  ],
  [
    'an unknown envelope',
    'paths/thing/one.yaml',
    () => replace(ONE, 'x-limit: read', 'x-limit: read\n  x-envelope: nope'),
    'envelope',
    '',
    'use one of: errcode',
  ],
  [
    'a missing file',
    'paths/thing/one.yaml',
    () => replace(ONE, 'Thing.yaml', 'Thin.yaml'),
    'reference',
    '18:23',
    'create',
  ],
  [
    'a reference to a URL',
    'paths/thing/one.yaml',
    () => replace(ONE, '../../schemas/Thing.yaml', 'https://example.com/x.yaml'),
    'reference',
    '18:23',
    'copy the target',
  ],
  [
    'a reference to a part that does not exist',
    'paths/thing/one.yaml',
    () => replace(ONE, 'Thing.yaml', 'Thing.yaml#/properties/none'),
    'reference',
    '18:15',
    'correct the name',
  ],
  [
    'a reference outside',
    'paths/thing/one.yaml',
    () => replace(ONE, '../../schemas/Thing.yaml', '../../../../etc/passwd'),
    'reference',
    '18:23',
    'copy the target below',
  ],
  [
    'an absolute reference',
    'paths/thing/one.yaml',
    () => replace(ONE, '../../schemas/Thing.yaml', '/etc/passwd'),
    'reference',
    '18:23',
    'copy the target below',
  ],
  [
    'an error without advice',
    'error-codes.yaml',
    () => SOUND['error-codes.yaml']!.replace(', advice: Check the id.', ''),
    'shape',
    '1:1',
    'add advice:',
  ],
  [
    'a name that is not PascalCase',
    'error-codes.yaml',
    () => SOUND['error-codes.yaml']!.replace('ThingNotFound:', '"a b":'),
    'error-name',
    '1:1',
    'capital',
  ],
  [
    'an anchor',
    'schemas/Thing.yaml',
    () => replace(THING, 'type: object', 'type: &a object'),
    'yaml-anchor',
    '1:10',
    'remove the anchor',
  ],
  [
    '__proto__',
    'schemas/Thing.yaml',
    () => replace(THING, 'id: {type', '__proto__: {type'),
    'yaml-refused',
    '4:3',
    'rename',
  ],
];

describe('a mistake is reported with its file, line, column and fix', () => {
  test.each(MISTAKES)('%s', (_, file, text, code, at, says) => {
    const folder = folderOf({ ...SOUND, [file]: text() });
    const found = diagnosticsOf(folder);
    expect(found.map((diagnostic) => diagnostic.code)).toContain(code);
    const { place, message, fix } = found.find((diagnostic) => diagnostic.code === code)!;
    if (at !== '')
      expect(`${place?.file.replace(`${folder}/`, '')}:${place?.line}:${place?.column}`).toBe(
        `${file}:${at}`,
      );
    expect(`${message} fix: ${fix}`).toContain(says);
  });

  test('a valid specification has no mistakes', () => {
    expect(diagnosticsOf(folderOf(SOUND))).toEqual([]);
  });

  test('a symbolic link out of the folder is not followed', () => {
    const outside = folderOf({ 'Secret.yaml': 'type: string\n' });
    const folder = folderOf({ ...SOUND, 'paths/thing/one.yaml': replace(ONE, 'Thing.yaml', 'Link.yaml') });
    symlinkSync(join(outside, 'Secret.yaml'), join(folder, 'schemas/Link.yaml'));
    expect(diagnosticsOf(folder)[0]?.message).toContain('outside the specification');
  });

  test('an alias bomb is refused at once', () => {
    const layers = Array.from(
      { length: 12 },
      (_, index) => `a${index + 1}: &a${index + 1} [${Array(12).fill(`*a${index}`).join(', ')}]`,
    );
    const folder = folderOf(SOUND);
    writeFileSync(join(folder, 'schemas/Thing.yaml'), `a0: &a0 [x]\n${layers.join('\n')}\n`);
    expect(diagnosticsOf(folder).some(({ code }) => code === 'yaml-anchor')).toBe(true);
  });

  test('two files with the same name are not the same schema', () => {
    const operation = replace(
      ONE,
      'thing: {$ref: ../../schemas/Thing.yaml}',
      'a: {$ref: ../../schemas/Thing.yaml}\n              b: {$ref: ../../more/Thing.yaml}',
    );
    const found = diagnosticsOf(
      folderOf({ ...SOUND, 'more/Thing.yaml': THING, 'paths/thing/one.yaml': operation }),
    );
    expect(found[0]?.message).toContain('two schemas are called Thing');
  });
});

describe('the model', () => {
  test('resolves an operation', () => {
    const [operation] = modelOf().operations;
    expect(operation).toMatchObject({
      id: 'thingOne',
      typeName: 'ThingOne',
      namespace: 'thing',
      member: 'one',
      url: 'thing/one',
      safety: 'read',
      limit: 'read',
      authenticated: true,
      errors: [{ name: 'ThingNotFound', code: 20001 }],
    });
    expect(operation?.envelope?.name).toBe('errcode');
  });

  test('a path of one segment is a method of the client itself', () => {
    const model = modelOf({
      'openapi.yaml': SOUND['openapi.yaml']!.replace('/api/thing/one: ', '/api/batch_remove: '),
      'paths/thing/one.yaml': ONE.replace('thingOne', 'batchRemove'),
    });
    expect(model.operations[0]).toMatchObject({ namespace: undefined, member: 'batchRemove' });
  });

  test('a field called example is a field', () => {
    expect(Object.keys(modelOf().schemas.Thing?.properties ?? {})).toEqual(['id', 'example', 'colour']);
  });

  test.each([
    [
      'two operations with the same name',
      ONE.replace('get:', 'get:').concat(ONE.replace('get:', 'post:')),
      'operationId',
    ],
  ])('%s are refused', (_, text, says) => {
    expect(diagnosticsOf(folderOf({ ...SOUND, 'paths/thing/one.yaml': text }))[0]?.message).toContain(
      says.slice(0, 5) === 'opera' ? 'both get' : says,
    );
  });

  test('a name that the client itself uses is refused', () => {
    const found = diagnosticsOf(
      folderOf({
        ...SOUND,
        'openapi.yaml': SOUND['openapi.yaml']!.replace('/api/thing/one: ', '/api/http/one: '),
        'paths/thing/one.yaml': ONE.replace('thingOne', 'httpOne'),
      }),
    );
    expect(found[0]?.message).toContain('which the client itself uses');
  });
});

describe('webhooks', () => {
  const hook = `post:\n  operationId: thingMade\n  requestBody: {content: {application/json: {schema: {$ref: ../schemas/Thing.yaml}}}}\n  responses: {'200': {description: ok}}\n`;
  const files = {
    'openapi.yaml': `${SOUND['openapi.yaml']}webhooks:\n  thing.made: {$ref: webhooks/thing.yaml}\n`,
    'webhooks/thing.yaml': hook,
  };

  test('are Path Items in their own files and share schemas', () => {
    const { document } = modelOf(files);
    const item = document.webhooks?.['thing.made'];
    expect(item?.post?.operationId).toBe('thingMade');
    expect(item?.post?.requestBody?.content?.['application/json']?.schema).toEqual({
      $ref: '#/components/schemas/Thing',
    });
  });

  test('must have the shape of a Path Item', () => {
    const found = diagnosticsOf(
      folderOf({ ...SOUND, ...files, 'webhooks/thing.yaml': hook.replace('operationId', 'operatonId') }),
    );
    expect(found[0]).toMatchObject({ code: 'unknown-key', place: { line: 2, column: 3 } });
  });
});
