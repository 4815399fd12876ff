import ts from 'typescript';
import { expect, test } from 'vitest';
import { emitClient } from '../../scripts/generate/emit-client.ts';
import { inChinese } from '../../scripts/spec/in-chinese.ts';
import { modelOf } from '../support/spec-folder.ts';

const NAMES = ['id', 'serial', 'phone', 'unionid', 'code'];

const HEAD = `import type { Methods } from './client.ts';
import type { ThingOneParams } from './client/thing.ts';
declare const weiban: Methods;
declare function one(params: ThingOneParams): void;
declare const maybe: string | undefined;`;

/** A client whose call `thing.one` needs at least one of the first arguments, and takes `limit`. */
function clientOf(count: number, language: 'en' | 'zh' = 'en'): Readonly<Record<string, string>> {
  const names = NAMES.slice(0, count);
  const argument = (name: string) =>
    `    - {name: ${name}, in: query, description: The ${name}., x-zh: 参数 ${name}。, schema: {type: string}}\n`;
  const path = `get:
  operationId: thingOne
  summary: Get one thing.
  x-zh: 获取单个物品。
  x-safety: read
  x-limit: read
  x-seat: base
  x-oneOf-required: [${names.join(', ')}]
  parameters:
${[...names, 'limit'].map(argument).join('')}  responses:
    '200': {description: The thing., x-zh: 物品。}
`;
  const model = modelOf({ 'paths/thing/one.yaml': path });
  return emitClient(language === 'zh' ? inChinese(model) : model);
}

/** An editor with the generated client and a program that calls it. */
function editor(client: Readonly<Record<string, string>>, program: string) {
  const files = new Map(Object.entries(client).map(([name, text]) => [`/${name}`, text]));
  files.set('/error-codes.ts', 'export type ErrorName = string; export type GlobalErrorName = string;');
  files.set('/program.ts', `${HEAD}\n${program}`);
  const service = ts.createLanguageService({
    getCompilationSettings: () => ({
      strict: true,
      exactOptionalPropertyTypes: true,
      noLib: true,
      allowImportingTsExtensions: true,
      noEmit: true,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
    }),
    getScriptFileNames: () => ['/program.ts'],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const text = files.get(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => '/',
    getDefaultLibFileName: () => '/lib.d.ts',
    fileExists: (name) => files.has(name),
    readFile: (name) => files.get(name),
  });
  const text = files.get('/program.ts') ?? '';
  return {
    hover: (name: string) =>
      ts.displayPartsToString(
        service.getQuickInfoAtPosition('/program.ts', text.lastIndexOf(name))?.documentation,
      ),
    /** The lines with mistakes, from 0. */
    mistakes: () =>
      service
        .getSemanticDiagnostics('/program.ts')
        .map(({ file, start = 0 }) => file?.getLineAndCharacterOfPosition(start).line),
  };
}

test.each([
  ['en', '- `id`: The id.\n- `serial`: The serial.'],
  ['zh', '- `id`：参数 id。\n- `serial`：参数 serial。'],
] as const)('a call shows the text of the arguments of which it needs one: %s', (language, want) => {
  expect(editor(clientOf(2, language), 'void weiban.thing.one;').hover('one')).toContain(want);
});

test.each([
  ['en', { limit: 'The limit.' }],
  ['zh', { limit: '参数 limit。' }],
] as const)('an argument beside them shows its text: %s', (language, want) => {
  expect({ limit: editor(clientOf(2, language), "one({ id: '1', limit: '2' });").hover('limit') }).toEqual(
    want,
  );
});

const accepted: [what: string, program: string, isAccepted: boolean][] = [
  ['nothing', 'one({});', false],
  ['only another argument', "one({ limit: '1' });", false],
  ['one that may be undefined', 'one({ id: maybe });', false],
  ['one that may be undefined beside one that is there', "one({ id: maybe, serial: '1' });", true],
  ['an optional one beside one that is there', '(by: { id?: string; serial: string }) => one(by);', true],
  ['only optional ones', '(by: { id?: string; serial?: string }) => one(by);', false],
  ['an optional one of another type', '(by: { id?: number; serial: string }) => one(by);', false],
  ['a value of another type', "one({ id: 1, serial: '1' });", false],
  ['the arguments of another call', "(by: ThingOneParams) => one({ ...by, limit: '1' });", true],
  ['reading one', '(by: ThingOneParams): string | undefined => by.id;', true],
  ['an unknown one', "one({ id: '1', nope: '1' });", false],
];

test.each([2, 4, 5])('a call that needs one of %i arguments takes what it should', (count) => {
  const head = HEAD.split('\n').length;
  const refused = new Set(editor(clientOf(count), accepted.map(([, line]) => line).join('\n')).mistakes());
  const outcome = accepted.map(([what], index) => [what, !refused.has(head + index)]);
  expect(outcome).toEqual(accepted.map(([what, , isAccepted]) => [what, isAccepted]));
});
