import { describe, expect, test } from 'vitest';
import { type AnswerNode, answerTree } from '../../scripts/site/try/answer-tree.ts';
import { requestText } from '../../scripts/site/try/exchange-log.ts';
import { explainError } from '../../scripts/site/try/explain-error.ts';
import { shownAnswer, shownRequest, stepTexts } from '../../scripts/site/try/step-text.ts';
import { wordsIn } from '../../scripts/site/try/words.ts';
import { WeibanApiError, WeibanConfigError } from '../../src/base/errors.ts';

const FIELDS = {
  rows: { type: 'list', text: 'The rows.', values: [] },
  'rows[].state': { type: 'integer', text: 'The state.', values: [{ value: 2, meaning: 'closed' }] },
  'rows[].at': { type: 'integer', text: 'The time.', values: [], format: 'unix-seconds' },
};

function leaf(answer: unknown, ...path: string[]): AnswerNode | undefined {
  const root = answerTree(FIELDS, answer, (time) => new Date(time).toISOString());
  return path.reduce<AnswerNode | undefined>(
    (node, name) => node?.members().find((member) => member.name === name),
    root,
  );
}

describe('the tree of an answer', () => {
  const answer = { rows: [{ state: 2, at: 1_714_979_289, other: null }, { state: 3 }] };

  test.each<[name: string, path: string[], want: Partial<AnswerNode>]>([
    ['a list counts its items', ['rows'], { kind: 'list', shown: '2', field: FIELDS.rows }],
    ['an object counts its fields', ['rows', '0'], { kind: 'object', shown: '3' }],
    ['a listed value has its meaning', ['rows', '0', 'state'], { shown: '2', meaning: 'closed' }],
    ['an unlisted value has none', ['rows', '1', 'state'], { shown: '3', meaning: '' }],
    ['a time is a date', ['rows', '0', 'at'], { shown: '1714979289', meaning: '2024-05-06T07:08:09.000Z' }],
    ['an undocumented field is shown', ['rows', '0', 'other'], { shown: 'null', field: undefined }],
  ])('%s', (_, path, want) => {
    expect(leaf(answer, ...path)).toMatchObject(want);
  });

  test.each([
    ['https://img.example.com/a.png?x=1', true],
    ['http://img.example.com/a.png', false],
    ['javascript:alert(1)', false],
    [' https://example.com', false],
    ['https://weiban.com@evil.example', false],
    ['https://example.com\\@evil.example', false],
    ['https://', false],
    ['see https://example.com', false],
  ])('%s may be a link: %s', (text, isLink) => {
    expect(leaf({ a: text }, 'a')?.link).toBe(isLink ? text : undefined);
  });

  test('names of Object’s own members are fields like any other', () => {
    expect(leaf({ constructor: 1 }, 'constructor')).toMatchObject({ shown: '1', field: undefined });
  });
});

describe('what went over the wire', () => {
  const request = {
    method: 'POST',
    path: '/open-api/a/b',
    query: [['name', '张 三']] as const,
    headers: [['accept', 'application/json']] as const,
    body: '{"id":9007199254740993}',
    isForToken: false,
  };
  const steps = [
    { kind: 'request', request: { ...request, isForToken: true, body: '' } },
    { kind: 'answer', status: 200, text: '', isForToken: true },
    { kind: 'request', request },
    { kind: 'answer', status: 200, text: '{"errcode":10053}', isForToken: false },
    { kind: 'wait', milliseconds: 60_123 },
    { kind: 'request', request },
    { kind: 'failure' },
  ] as const;

  test('is a line for each request, in both languages', () => {
    expect(stepTexts(steps, wordsIn('en'))).toEqual([
      'requested a token → HTTP 200',
      'POST /open-api/a/b → HTTP 200, errcode 10053',
      'waited 60 s',
      'POST /open-api/a/b → no usable answer',
    ]);
    expect(stepTexts(steps, wordsIn('zh'))[2]).toBe('等待 60 秒');
  });

  test('the request is decoded, and its body keeps every digit', () => {
    expect(shownRequest(steps)).toBe(request);
    expect(requestText(request)).toBe(
      'POST /open-api/a/b?name=张 三\naccept: application/json\n\n{\n  "id": 9007199254740993\n}',
    );
    expect(shownAnswer(steps)).toBe('{"errcode":10053}');
  });
});

describe('an error is explained', () => {
  const error = new WeibanApiError('opportunityOne failed.', { code: 22201, names: ['OpportunityNotFound'] });

  test('by its name, meaning and advice in the language of the page', () => {
    const [en, zh] = [explainError(error, 'en'), explainError(error, 'zh')];
    expect(en.name).toBe('OpportunityNotFound (22201)');
    expect(en.texts[0]?.advice).toMatch(/serial number/);
    expect(zh.texts[0]).toMatchObject({ name: 'OpportunityNotFound', meaning: '商机不存在' });
    expect(zh.texts[0]?.advice).toMatch(/\p{Script=Han}/u);
  });

  test('by its class and message if nothing is documented', () => {
    const config = new WeibanConfigError('x was not sent: limit is -1.');
    expect(explainError(config, 'zh')).toEqual({
      name: 'WeibanConfigError',
      message: 'x was not sent: limit is -1.',
      texts: [],
    });
    expect(explainError('oops', 'en')).toEqual({ name: 'Error', message: 'oops', texts: [] });
  });
});
