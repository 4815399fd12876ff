import { beforeAll, describe, expect, test } from 'vitest';
import { tryFiles } from '../../scripts/site/try/data-files.ts';
import { formTexts, readForm } from '../../scripts/site/try/form.ts';
import { type Outcome, outcomesOf } from '../../scripts/site/try/outcomes.ts';
import { type CallResult, createPlayground } from '../../scripts/site/try/playground.ts';
import { stepTexts } from '../../scripts/site/try/step-text.ts';
import type { TryData } from '../../scripts/site/try/try-data.ts';
import { wordsIn } from '../../scripts/site/try/words.ts';
import { assemble } from '../../scripts/spec/assemble.ts';
import { inChinese } from '../../scripts/spec/in-chinese.ts';
import { loadSpec } from '../../scripts/spec/load.ts';
import { buildModel, type Model } from '../../scripts/spec/model.ts';
import { isWeibanError } from '../../src/base/errors.ts';
import type { Drift } from '../../src/sandbox/drift.ts';
import { type ManualClock, manualClock } from '../support/clocks.ts';

let model: Model;
let files: ReadonlyMap<string, string>;
const dataOf = (id: string): TryData => JSON.parse(files.get(`try/en/${id}.json`) ?? '');
const USUAL: Outcome = { kind: 'usual' };

beforeAll(() => {
  model = buildModel(assemble(loadSpec('spec/openapi.yaml')));
  files = tryFiles(model, 'en');
});

function answerOf({ ending }: CallResult): unknown {
  return ending.kind === 'value' ? ending.value : ending;
}

function stepsOf({ steps }: CallResult): string[] {
  return stepTexts(steps, wordsIn('en'));
}

/** Resolves with the call. Time passes in small steps, and everything that needs no time happens in between. */
async function whileTimePasses<T>(clock: ManualClock, call: Promise<T>): Promise<T> {
  let hasEnded = false;
  const end = () => {
    hasEnded = true;
  };
  call.then(end, end);
  while (!hasEnded) {
    for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
    await clock.advance(50);
  }
  return call;
}

describe('the data of an operation', () => {
  test('every form opens with arguments that it reads back unchanged, and the sandbox answers them with a success', async () => {
    const playground = createPlayground();
    const failed: string[] = [];
    // A ticket that is closed takes no reply.
    const ids = model.operations
      .map(({ id }) => id)
      .sort((a, b) => Number(/Close$/.test(a)) - Number(/Close$/.test(b)));
    for (const id of ids) {
      const data = dataOf(id);
      const { values, problems } = readForm(data.arguments, formTexts(data.arguments, data.example));
      expect({ values, problems }, id).toEqual({ values: data.example, problems: {} });
      const { ending } = await playground.call(data, values, USUAL);
      if (ending.kind !== 'value') failed.push(`${id}: ${JSON.stringify(ending)}`);
    }
    expect(failed).toEqual([]);
  });

  test('a list shows rows at once', async () => {
    const playground = createPlayground();
    const first = await playground.call(dataOf('opportunityList'), dataOf('opportunityList').example, USUAL);
    expect(first.steps.length).toBeGreaterThan(0);
    expect(dataOf('staffList').example).toEqual({});
    expect(answerOf(await playground.call(dataOf('staffList'), {}, USUAL))).toMatchObject({ total: 75 });
  });

  test('its texts are in the language of the model, and everything else is the same', () => {
    const zh: TryData = JSON.parse(tryFiles(inChinese(model), 'zh').get('try/zh/opportunityOne.json') ?? '');
    const en = dataOf('opportunityOne');
    const textOf = ({ arguments: given }: TryData) => given.map(({ text }) => text).join('');
    expect(textOf(zh)).toMatch(/\p{Script=Han}/u);
    expect(textOf(en)).not.toMatch(/\p{Script=Han}/u);
    expect(Object.keys(zh.fields)).toEqual(Object.keys(en.fields));
    expect(zh.example).toEqual(en.example);
  });
});

describe('a call on the page', () => {
  test('meets every documented error of its operation', async () => {
    const playground = createPlayground();
    const data = dataOf('activityFissionMissionDetail');
    const own = outcomesOf(data).filter((outcome) => outcome.kind === 'error' && !outcome.isCommon);
    expect(own.length).toBeGreaterThan(4);
    for (const outcome of own) {
      const { ending } = await playground.call(data, data.example, outcome);
      const error = ending.kind === 'error' ? ending.error : undefined;
      expect(isWeibanError(error) && outcome.kind === 'error' && error.is(outcome.name)).toBe(true);
    }
    expect((await playground.call(data, data.example, USUAL)).ending.kind).toBe('value');
  });

  test.each<[name: string, outcome: Outcome, want: readonly string[]]>([
    [
      'an expired token',
      { kind: 'expired' },
      ['GET … → HTTP 200, errcode 10001', 'requested a token → HTTP 200', 'GET … → HTTP 200, errcode 0'],
    ],
    [
      'a limit of calls in flight',
      { kind: 'error', name: 'ConcurrencyLimitExceeded', code: 10052, isCommon: true },
      ['GET … → HTTP 200, errcode 10052', 'waited 1 s', 'GET … → HTTP 200, errcode 0'],
    ],
    [
      'a limit of calls in a minute',
      { kind: 'error', name: 'CallRateLimitExceeded', code: 10053, isCommon: true },
      ['GET … → HTTP 200, errcode 10053', 'waited 60 s', 'GET … → HTTP 200, errcode 0'],
    ],
    ['a slow answer', { kind: 'network', name: 'slow' }, ['GET … → HTTP 200, errcode 0']],
  ])('%s is seen, and the client goes on', async (_, outcome, want) => {
    const clock = manualClock();
    const playground = createPlayground(clock);
    const data = dataOf('opportunityOne');
    await playground.call(data, data.example, USUAL);
    const result = await whileTimePasses(clock, playground.call(data, data.example, outcome));
    expect(stepsOf(result).map((step) => step.replace('/open-api/opportunity/one', '…'))).toEqual(want);
    expect(result.ending.kind).toBe('value');
  });

  test.each<[id: string, drift: Drift, want: object]>([
    ['opportunityOne', 'missing', { kind: 'missing', at: '/opportunity/bind_order_status' }],
    ['opportunityOne', 'enum', { kind: 'new-value', at: '/opportunity/user_type' }],
    ['staffList', 'retype', { kind: 'mistyped', at: '/staff_list/*/id', got: 'object' }],
    ['staffGet', 'null', { kind: 'mistyped', at: '/staff/id', got: 'null' }],
    ['staffGet', 'extra', { kind: 'undocumented', at: '/staff/id_sandbox' }],
  ])('%s with the drift %s is reported, at a field that a program uses', async (id, name, want) => {
    const playground = createPlayground();
    const data = dataOf(id);
    const drifted = await playground.call(data, data.example, { kind: 'drift', name });
    expect(drifted.report?.departures).toMatchObject([want]);
    expect((await playground.call(data, data.example, USUAL)).report).toBeUndefined();
  });

  test.each([
    ['opportunityOne', ['missing', 'rename', 'retype', 'null', 'enum', 'extra']],
    ['staffGet', ['missing', 'rename', 'retype', 'null', 'extra']],
    ['groupMsgAdd', []],
  ])('%s offers only the drifts that it can show', (id, want) => {
    const drifts = outcomesOf(dataOf(id)).filter(({ kind }) => kind === 'drift');
    expect(drifts.map((outcome) => 'name' in outcome && outcome.name)).toEqual(want);
  });

  test('a list goes on page by page to its end', async () => {
    let result = await createPlayground().call(dataOf('staffList'), { limit: 30 }, USUAL);
    const lengths: unknown[] = [];
    while (result.next) {
      lengths.push(Reflect.get(Object(answerOf(result)), 'staff_list').length);
      result = await result.next();
    }
    expect(lengths).toEqual([30, 30, 15]);
    expect(result.ending.kind).toBe('end');
  });

  test('a list shows what a write wrote, and a new playground has forgotten it', async () => {
    const playground = createPlayground();
    const names = async (from = playground) => {
      const answer = answerOf(await from.call(dataOf('tagList'), {}, USUAL));
      return JSON.stringify(answer);
    };
    await playground.call(
      dataOf('tagCreate'),
      { ...dataOf('tagCreate').example, tag_name_list: ['try-it-tag'] },
      USUAL,
    );
    expect(await names()).toContain('try-it-tag');
    expect(await names(createPlayground())).not.toContain('try-it-tag');
  });

  test('no step holds a token or the secret', async () => {
    const data = dataOf('accessTokenGet');
    const playground = createPlayground();
    const results = [
      await playground.call(dataOf('staffGet'), dataOf('staffGet').example, { kind: 'expired' }),
      await playground.call(data, data.example, USUAL),
    ];
    const text = JSON.stringify(results.map(({ steps }) => steps));
    expect(text).toContain('access_token/get');
    expect(text).not.toMatch(/sandbox-token|example-secret/);
  });
});
