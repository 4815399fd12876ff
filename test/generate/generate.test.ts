import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { surfaceOf } from '../../scripts/changes/surface.ts';
import { generate } from '../../scripts/generate/generate.ts';
import { planOutputs, writeOutputs } from '../../scripts/generate/write-outputs.ts';
import { exactJson } from '../../scripts/kit/exact-json.ts';
import { assemble } from '../../scripts/spec/assemble.ts';
import { loadSpec } from '../../scripts/spec/load.ts';
import { buildModel } from '../../scripts/spec/model.ts';
import { compileFolder } from '../support/compile.ts';
import { folderOf, inSpec, SOUND } from '../support/spec-folder.ts';

function workspace(files: Readonly<Record<string, string>> = {}) {
  const folder = folderOf(inSpec({ ...SOUND, ...files }));
  const run = (mode: 'write' | 'check' | 'force' = 'write') =>
    generate({
      root: join(folder, 'spec/openapi.yaml'),
      out: join(folder, 'out'),
      project: process.cwd(),
      mode,
    });
  const read = (name: string) => readFileSync(join(folder, 'out', name), 'utf8');
  const all = () =>
    Object.fromEntries(
      readdirSync(join(folder, 'out'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 5))
        .sort()
        .map((name) => [name, read(name)]),
    );
  return { folder, run, read, all };
}

describe('generate', () => {
  test('integers beyond 2^53 in limits, defaults and examples keep their digits', async () => {
    const path = SOUND['paths/thing/one.yaml'] ?? '';
    const big = 'maximum: 9223372036854775807, default: 9007199254740993';
    const { run, read, folder } = workspace({
      'paths/thing/one.yaml': path.replace(
        '  responses:',
        `    - {name: big, in: query, required: true, schema: {type: integer, ${big}}, example: 9007199254740993}\n  responses:`,
      ),
      'schemas/Thing.yaml': `${SOUND['schemas/Thing.yaml']}  big: {type: integer, ${big}, example: 9007199254740993}\n`,
    });
    await run();
    for (const name of [
      'client/thing.ts',
      'components.ts',
      'schema.ts',
      'openapi.json',
      'openapi.yaml',
      'reference/operations/thingOne.md',
    ])
      expect([name, read(name)]).toEqual([name, expect.stringContaining('9007199254740993')]);
    expect(read('openapi.json')).toContain('"maximum": 9223372036854775807');
    expect(compileFolder(join(folder, 'out'))).toEqual([]);
    const { validate } = await import(join(folder, 'out/validators/thingOne.ts'));
    expect(validate({ errcode: 0, thing: { id: 1, big: 5 } })).toBe(true);
    expect(validate({ errcode: 0, thing: { id: 1, big: 'x' } })).toBe(false);
    // The meaning of both states for a consumer is included.
    const model = buildModel(assemble(loadSpec(join(folder, 'spec'))));
    expect(exactJson([...(surfaceOf(model).get('thingOne')?.request ?? [])])).toContain(
      '9223372036854775807',
    );
  });

  test('writes every file, and reports what it did', async () => {
    const { run, all, folder } = workspace();
    const done = await run();
    const names = Object.keys(all());
    const said = `1 operation, 1 schema, 2 error names: ${names.length} files, ${names.length} written in `;
    expect(done.text.startsWith(said)).toBe(true);
    // The reference has its own tests.
    expect(names.filter((name) => !name.startsWith('reference/'))).toEqual([
      'answers.ts',
      'call-types.ts',
      'client.ts',
      'client/thing.ts',
      'components.ts',
      'corrections.ts',
      'error-codes.ts',
      'error-texts.ts',
      'functions.ts',
      'functions/thing.ts',
      'openapi.json',
      'openapi.yaml',
      'operation-types.ts',
      'operations.ts',
      'sandbox.ts',
      'schema.ts',
      'validators/index.ts',
      'validators/thingOne.ts',
      'webhooks.ts',
    ]);
    expect(compileFolder(join(folder, 'out'))).toEqual([]);
  });

  test('recorded answers become data of the sandbox, and a new one is noticed', async () => {
    const { folder } = workspace();
    const recordings = join(folder, 'recordings');
    const record = (name: string, id: string) => {
      mkdirSync(join(recordings, 'thingOne'), { recursive: true });
      writeFileSync(
        join(recordings, 'thingOne', name),
        `{"source": {"kind": "live"}, "response": {"status": 200, "body": {"id": ${id}}}}`,
      );
    };
    record('live.json', '1');
    const run = () =>
      generate({
        root: join(folder, 'spec/openapi.yaml'),
        out: join(folder, 'out'),
        project: process.cwd(),
        mode: 'write',
        recordings,
      });
    const answers = () => readFileSync(join(folder, 'out/answers.ts'), 'utf8');
    await run();
    expect(answers()).toContain(`thingOne: '{"id":1}'`);
    expect((await run()).text).toContain('nothing changed');
    record('documented.json', '1700000000000000201');
    await run();
    expect(answers()).toContain(`thingOne: '{"id":"1700000000000000201"}'`);
  });

  test('is deterministic, and a second run writes nothing', async () => {
    const first = workspace();
    const second = workspace();
    await first.run();
    await second.run();
    expect(second.all()).toEqual(first.all());
    const before = statSync(join(first.folder, 'out/client.ts')).mtimeMs;
    expect((await first.run()).text).toMatch(/nothing changed, 0 files written/);
    expect((await first.run('force')).text).toMatch(/\d+ files, 0 written/);
    expect(statSync(join(first.folder, 'out/client.ts')).mtimeMs).toBe(before);
  });

  test('the first lines of each file say that it is generated, without a hash', async () => {
    const { run, all } = workspace();
    await run();
    for (const [name, text] of Object.entries(all())) {
      expect(text.split('\n').slice(0, 2).join(''), name).toContain(
        'Generated by weiban-openapi. Do not edit.',
      );
    }
  });

  test('a change of one field changes the types, the validator and the bundle', async () => {
    const { folder, run, all } = workspace();
    await run();
    const before = all();
    writeFileSync(
      join(folder, 'spec/schemas/Thing.yaml'),
      SOUND['schemas/Thing.yaml']!.replace('id: {type: integer}', 'id: {type: string}'),
    );
    await run();
    const after = all();
    const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(changed).toEqual([
      'components.ts',
      'openapi.json',
      'openapi.yaml',
      'reference/operations/thingOne.md',
      'sandbox.ts',
      'schema.ts',
      'validators/thingOne.ts',
    ]);
    expect(after['components.ts']).toContain('id: string;');
  });

  test("a new operation changes no other operation's validator", async () => {
    const { folder, run, all } = workspace();
    await run();
    const before = all()['validators/thingOne.ts'];
    writeFileSync(
      join(folder, 'spec/paths/thing/list.yaml'),
      SOUND['paths/thing/one.yaml']!.replaceAll('thingOne', 'thingList'),
    );
    expect((await run()).text).toMatch(/^2 operations/);
    expect(readFileSync(join(folder, 'spec/openapi.yaml'), 'utf8')).toContain(
      '  /api/thing/list: {$ref: paths/thing/list.yaml}\n',
    );
    expect(all()['validators/thingOne.ts']).toBe(before);
    expect(all()['validators/thingList.ts']).toBeDefined();
  });

  test('removes files that are no longer generated, but not those of a person', async () => {
    const { folder, run } = workspace();
    await run();
    const own = join(folder, 'out/mine.txt');
    writeFileSync(own, 'mine');
    const old = {
      'validators/old.ts': '// Generated by weiban-openapi. Do not edit.\n',
      // The header of earlier versions.
      'older.ts': '// Generated by weiban-openapi from schema 0123456789abcdef. Do not edit.\n',
    };
    for (const [name, text] of Object.entries(old)) writeFileSync(join(folder, 'out', name), text);
    const done = await run('force');
    expect(done.text).toContain('2 removed');
    expect(existsSync(own)).toBe(true);
    for (const name of Object.keys(old)) expect(existsSync(join(folder, 'out', name))).toBe(false);
  });

  test.each<[name: string, spoil: (folder: string) => void, stale: RegExp]>([
    [
      'an edited file',
      (folder) => writeFileSync(join(folder, 'out/client.ts'), '// mine\n'),
      /stale: .*client\.ts/,
    ],
    [
      'a changed specification',
      (folder) => writeFileSync(join(folder, 'spec/schemas/Thing.yaml'), 'type: string\n'),
      /stale: .*schema\.ts/,
    ],
    [
      'a file that nothing lists',
      (folder) => writeFileSync(join(folder, 'spec/paths/x.yaml'), SOUND['paths/thing/one.yaml']!),
      /stale: .*openapi\.yaml/,
    ],
    [
      'an obsolete file',
      (folder) => writeFileSync(join(folder, 'out/old.ts'), '// Generated by weiban-openapi. Do not edit.\n'),
      /obsolete: .*old\.ts/,
    ],
  ])('--check names %s and writes nothing', async (_, spoil, stale) => {
    const { folder, run, all } = workspace();
    await run();
    spoil(folder);
    const before = all();
    const done = await run('check');
    expect(done.text).toMatch(stale);
    expect(done.stale.length).toBeGreaterThan(0);
    expect(all()).toEqual(before);
  });

  test('--check of fresh files says so', async () => {
    const { run } = workspace();
    await run();
    expect(await run('check')).toMatchObject({ stale: [], text: expect.stringMatching(/fresh, checked in/) });
  });

  test("another vendor's single document generates and compiles", async () => {
    const folder = folderOf({ 'spec/openapi.yaml': JSON.stringify(PETS) });
    await generate({
      root: join(folder, 'spec/openapi.yaml'),
      out: join(folder, 'out'),
      project: process.cwd(),
      mode: 'write',
    });
    expect(compileFolder(join(folder, 'out'))).toEqual([]);
    expect(readFileSync(join(folder, 'out/operations.ts'), 'utf8')).toContain(
      "showPetById = 'GET /pets/{petId} ww a=none d=showPetById'",
    );
  });
});

describe('writing', () => {
  test.each(['../x', '/etc/x', 'a/../../x'])('never writes outside the folder: %s', (name) => {
    const folder = folderOf({ 'out/.keep': '' });
    const files = new Map([[name, 'text']]);
    expect(() => writeOutputs(join(folder, 'out'), files, { stale: [name], obsolete: [] })).toThrow(
      /is outside/,
    );
    expect(() => planOutputs(join(folder, 'out'), files)).toThrow(/is outside/);
  });
});

const PETS = {
  openapi: '3.0.3',
  info: { title: 'Pets', version: '1' },
  paths: {
    '/pets': {
      get: {
        operationId: 'listPets',
        parameters: [{ $ref: '#/components/parameters/Limit' }],
        responses: {
          200: {
            description: 'ok',
            content: {
              'application/json': { schema: { type: 'array', items: { $ref: '#/components/schemas/Pet' } } },
            },
          },
        },
      },
      post: {
        operationId: 'createPets',
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } },
        },
        responses: { 201: { description: 'created' } },
      },
    },
    '/pets/{petId}': {
      get: {
        operationId: 'showPetById',
        parameters: [{ name: 'petId', in: 'path', required: true, schema: { type: 'string' } }],
        responses: {
          200: {
            description: 'ok',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } },
          },
        },
      },
    },
  },
  components: {
    parameters: { Limit: { name: 'limit', in: 'query', schema: { type: 'integer' } } },
    schemas: {
      Pet: {
        type: 'object',
        required: ['id'],
        properties: {
          id: { type: 'integer' },
          tag: { type: 'string', nullable: true },
          parent: { $ref: '#/components/schemas/Pet' },
        },
      },
    },
  },
};
