import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeDeparture } from '../../src/validate/describe-report.ts';
import { assertAnswer, checkAnswer, describeReport, isMismatch } from '../../src/validate/index.ts';
import { customersChanged } from '../support/customers-changed.ts';
import { rejectionOf } from '../support/over-server.ts';

const ID = 'externalUserUpdateList';
const LEVEL = '/external_user_list/*/level';
const drifted = customersChanged((row, index) => ({ ...row, name: index, level: 'gold' }));
const grown = customersChanged((row) => ({ ...row, level: 'gold' }));
const TEXT = `externalUserUpdateList departs from the specification in 2 places:
  error /external_user_list/*/name is integer, expected string (in 3 of 3)
  info  ${LEVEL} is not documented, got string (in 3 of 3)`;

describe('checkAnswer', () => {
  test('the text of a report has a line for each departure, errors first', async () => {
    expect(describeReport(await checkAnswer(ID, drifted))).toBe(TEXT);
    expect(describeReport(await checkAnswer(ID, customersChanged()))).toBe(`${ID} answers as specified.`);
  });

  test('accepts text and parsed text alike', async () => {
    expect(await checkAnswer(ID, JSON.stringify(drifted))).toEqual(await checkAnswer(ID, drifted));
  });

  const recorded = readFileSync('test/recordings/staffSopOneExecuteRecord/documented.json', 'utf8');
  const { body } = JSON.parse(recorded).response;
  const withCorpId = (id: string) =>
    JSON.stringify(body).replaceAll(/"corp_id":("[^"]*"|\d+)/g, `"corp_id":${id}`);

  test.each([
    ['a number beyond 2^53', '1234567890123456789', []],
    ['a small number', '12', []],
    ['the string of its digits', '"1234567890123456789"', []],
    ['a list', '[]', ['mistyped /result/*/corp_id: array, string']],
    ['a fraction', '1.5', ['mistyped /result/*/corp_id: number, string']],
  ])('an exact integer may arrive as %s', async (_name, id, want) => {
    const { departures } = await checkAnswer('staffSopOneExecuteRecord', withCorpId(id));
    expect(departures.map(({ kind, at, got, expected }) => `${kind} ${at}: ${got}, ${expected}`)).toEqual(
      want,
    );
  });

  test.each([
    ['a documented code', 10049, []],
    ['a code that any operation may return', 10001, []],
    ['a code that nobody documents', 777, ['/errcode has a new value (777); documented: other codes']],
  ])('only the code of a failure is checked: %s', async (_name, errcode, want) => {
    const report = await checkAnswer(ID, { errcode, errmsg: 'no' });
    expect(report).toMatchObject({ isSuccess: false, isValid: true });
    expect(report.departures.map(describeDeparture)).toEqual(want);
  });

  test.each([
    ['an unknown operation', 'externalUsers', {}, { kind: 'config' }],
    ['the name of a member of every object', 'constructor', {}, { kind: 'config' }],
    ['text that is not JSON', ID, 'SECRET', { kind: 'response', problem: 'not-json' }],
    ['truncated JSON', ID, '{"errcode":0', { kind: 'response', problem: 'truncated' }],
    ['a value without its envelope', ID, { total: 1 }, { kind: 'response', problem: 'no-envelope' }],
    ['a list', ID, [], { kind: 'response', problem: 'no-envelope' }],
  ])('%s rejects', async (_name, operation, answer, want) => {
    const error = await rejectionOf(checkAnswer(operation, answer));
    expect(error).toMatchObject(want);
    expect(String(error)).not.toContain('SECRET');
  });

  test('the keys of a map are not reported, because they may be phone numbers', async () => {
    const answer = { errcode: 0, errmsg: 'ok', fail_list: { '13800138000': 7, '13800138001': 'why' } };
    const report = await checkAnswer('leadsBatchImport', answer);
    expect(report.departures.map(describeDeparture)).toContain(
      '/fail_list/* is integer, expected string (in 1 of 2)',
    );
    expect(JSON.stringify(report)).not.toContain('138');
  });

  test('thousands of invented names are reported as one', async () => {
    const names = Array.from({ length: 5000 }, (_, index) => [
      `f_${index.toString(26).replace(/\d/g, 'x')}_${'y'.repeat(index % 30)}`,
      1,
    ]);
    const { departures } = await checkAnswer(ID, { ...customersChanged(), ...Object.fromEntries(names) });
    expect(departures).toHaveLength(51);
  });
});

describe('assertAnswer', () => {
  test('resolves to a report of additions', async () => {
    const { departures, isValid } = await assertAnswer(ID, grown);
    expect(departures.map(({ at }) => at)).toEqual([LEVEL]);
    expect(isValid).toBe(true);
  });

  test('rejects with a message that names every place', async () => {
    const error = await rejectionOf(assertAnswer(ID, drifted));
    expect(isMismatch(error) && error.message).toBe(
      `${TEXT}\nHas the API changed, or is the specification wrong? The option except ignores known departures.`,
    );
    expect(isMismatch(error) && error.report.departures).toHaveLength(2);
    expect(isMismatch(new Error('mismatch'))).toBe(false);
  });

  test('with strict, additions reject too', async () => {
    expect(isMismatch(await rejectionOf(assertAnswer(ID, grown, { strict: true })))).toBe(true);
  });

  test('known departures are ignored', async () => {
    const { departures } = await assertAnswer(ID, grown, { strict: true, except: [LEVEL] });
    expect(departures).toEqual([]);
    const error = await rejectionOf(assertAnswer(ID, drifted, { except: [LEVEL] }));
    expect(isMismatch(error) && error.report.departures.map(({ kind }) => kind)).toEqual(['mistyped']);
  });
});
