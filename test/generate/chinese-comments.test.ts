import { expect, test } from 'vitest';
import { emitClient } from '../../scripts/generate/emit-client.ts';
import { emitErrorCodes } from '../../scripts/generate/emit-error-codes.ts';
import { emitFunctions } from '../../scripts/generate/emit-functions.ts';
import { inChinese } from '../../scripts/spec/in-chinese.ts';
import { modelOf, SOUND } from '../support/spec-folder.ts';

const ROOT = `${SOUND['openapi.yaml']}tags:
  - {name: things, x-title: 物品管理, description: What people own., x-zh: 用户拥有的物品。}
`;
const PATH = `get:
  tags: [things]
  operationId: thingOne
  summary: Get one thing.
  x-zh: 获取单个物品。
  x-safety: read
  x-limit: read
  x-seat: base
  x-errors: [ThingNotFound]
  parameters:
    - {name: id, in: query, required: true, description: The id., x-zh: 物品 ID。, schema: {type: string, maxLength: 8, default: a}}
    - {name: X-Trace, in: header, description: A trace., x-zh: 跟踪号。, schema: {type: string}}
  responses:
    '200':
      description: The thing.
      x-zh: 物品。
      content:
        application/json:
          schema:
            type: object
            properties:
              made: {type: integer, format: unix-seconds, description: When it was made., x-zh: 制作时间。}
              kind: {type: integer, description: The kind., x-zh: 种类。, x-meanings: {1: new, 2: old}, x-meanings-zh: {1: 新, 2: 旧}}
`;
const english = () => modelOf({ 'openapi.yaml': ROOT, 'paths/thing/one.yaml': PATH });
const chinese = () => inChinese(english());

/** Comments only, line by line, without their marks. */
const comments = (text: string | undefined): string[] =>
  [...(text ?? '').matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap(([comment]) =>
    comment
      .split('\n')
      .map((line) => line.replace(/^\s*\/?\*+\/?\s?|\s*\*\/$/g, ''))
      .filter((line) => line !== ''),
  );

const places: [place: string, file: string, en: readonly string[], zh: readonly string[]][] = [
  [
    'a group',
    'client.ts',
    ['Category `things`: What people own.', '- `one()`: Get one thing.'],
    ['分类“物品管理”：用户拥有的物品。', '- `one()`：获取单个物品。'],
  ],
  [
    'a method',
    'client/thing.ts',
    [
      'Get one thing.',
      '`GET /api/thing/one` — seat: base',
      'Errors:',
      '- ThingNotFound (20001): No such thing.',
    ],
    ['获取单个物品。', '`GET /api/thing/one` — 席位：base', '错误：', '- ThingNotFound（20001）：没有'],
  ],
  [
    'arguments',
    'client/thing.ts',
    ['Arguments of thingOne.', 'The id.', 'Limits: characters at most 8.', 'Default: "a".', 'A trace.'],
    ['thingOne 的参数。', '物品 ID。', '限制：最多 8 个字符。', '默认："a"。', '跟踪号。'],
  ],
  [
    'where an argument is sent',
    'client/thing.ts',
    ['Sent as the header "X-Trace".'],
    ['作为请求头 "X-Trace" 发送。'],
  ],
  [
    'a result',
    'client/thing.ts',
    ['What thingOne answers.', 'When it was made.', 'Unix time in seconds.', '1: new; 2: old'],
    ['thingOne 的返回值。', '制作时间。', 'Unix 时间戳（秒）。', '1：新；2：旧'],
  ],
];

test.each(places)('%s has its text in the language of the model', (_, file, en, zh) => {
  expect(comments(emitClient(english())[file])).toEqual(expect.arrayContaining([...en]));
  expect(comments(emitClient(chinese())[file])).toEqual(expect.arrayContaining([...zh]));
});

test('a function has the texts of its method', () => {
  const lines = comments(emitFunctions(chinese()).get('functions/thing.ts'));
  expect(lines).toEqual(expect.arrayContaining(['获取单个物品。', '- ThingNotFound（20001）：没有']));
});

test('an error code has its meaning in the language of the model', () => {
  expect(comments(emitErrorCodes(english()))).toContain('No such thing.');
  expect(comments(emitErrorCodes(chinese()))).toContain('没有');
});

test('apart from comments, the code is the same in both languages', () => {
  const code = (files: Readonly<Record<string, string>>) =>
    Object.entries(files).map(([name, text]) => [
      name,
      text.replace(/\/\*\*[\s\S]*?\*\//g, '').replace(/\s+/g, ' '),
    ]);
  expect(code(emitClient(chinese()))).toEqual(code(emitClient(english())));
});

test('no comment of Chinese output is in English where the specification is in Chinese', () => {
  const lines = Object.entries(emitClient(chinese()))
    // Its own texts are the same for every specification.
    .filter(([name]) => name !== 'call-types.ts')
    .flatMap(([, text]) => comments(text))
    // What follows is a call's path, or a name without a text.
    .filter((line) => !/[\u4e00-\u9fff]/.test(line));
  expect(lines).toEqual([]);
});

test('a group of many operations lists the first and counts the others', () => {
  const model = english();
  const [operation] = model.operations;
  if (operation === undefined) throw new Error('the specification has an operation');
  const operations = Array.from({ length: 65 }, (_, n) => ({
    ...operation,
    id: `thing${n}`,
    member: `m${n}`,
  }));
  const lines = comments(emitClient({ ...model, operations })['client.ts']);
  expect(lines).toContain('- … and 5 more');
  expect(lines.filter((line) => line.startsWith('- `m'))).toHaveLength(60);
});
