import { describe, expect, test } from 'vitest';
import { documentedRecordings } from '../../scripts/docs/recordings/documented-recordings.ts';
import type { FactPage } from '../../scripts/evidence/facts/facts.ts';
import { exactJson, quoteExact } from '../../scripts/kit/exact-json.ts';
import { parseSource } from '../../scripts/spec/source.ts';
import { workplace } from './run-docs.ts';

const PAGE: FactPage = {
  category: '商机',
  slug: 'deals',
  page: 'api-1',
  title: '详情',
  kind: 'endpoint',
  method: 'GET',
  path: '/open-api/deal/one',
  modified: '2024-03-05',
  complete: true,
};

describe('recordings from the documentation', () => {
  test('a documented answer becomes a recording that names its page', () => {
    const files = documentedRecordings(
      [{ ...PAGE, response: { example: { errcode: 0, id: 1700000000000000201n } } }],
      '/open-api',
    );
    expect([...files.keys()]).toEqual(['dealOne/documented.json']);
    const text = files.get('dealOne/documented.json') ?? '';
    expect(text).toContain('"id": 1700000000000000201');
    expect(JSON.parse(text).source).toEqual({ kind: 'documentation', page: 'api-1', modified: '2024-03-05' });
  });

  test.each<[name: string, page: FactPage]>([
    ['placeholders', { ...PAGE, response: { example: 'mock' } }],
    ['an empty object', { ...PAGE, response: { example: {} } }],
    ['a page without an example', { ...PAGE, response: { fields: [] } }],
    ['a guide', { ...PAGE, kind: 'guide', response: { example: { errcode: 0 } } }],
  ])('%s gives no recording', (_, page) => {
    expect(documentedRecordings([page], '/open-api').size).toBe(0);
  });

  test('the command writes missing recordings, and nothing the second time', async () => {
    const place = workplace();
    const sheet = `category: 商机\nslug: deals\npages:\n  - {page: api-1, title: 详情, kind: endpoint, method: GET, path: /open-api/deal/one, complete: true, response: {example: {errcode: 0, id: 1700000000000000201}}}\n`;
    await place.docs('import', place.write('in/deals.yaml', sheet));
    const folder = `${place.folder}/recordings`;
    expect((await place.docs('recordings', '--recordings', folder)).out).toMatch(
      /1 documented answers; 1 files written$/,
    );
    expect((await place.docs('recordings', '--recordings', folder)).out).toMatch(
      /1 documented answers; 0 files written$/,
    );
    expect(place.read('docs/deal/one.yaml')).toContain('1700000000000000201');
  });
});

test('--help prints the help', async () => {
  expect(await workplace().docs('--help')).toMatchObject({
    code: 0,
    out: expect.stringContaining('Exit codes:'),
  });
});

describe('integers beyond 2^53', () => {
  test('keep their digits from YAML to JSON', () => {
    const { value } = parseSource(
      'big: 1700000000000000201\nsmall: 7\ntext: "1700000000000000201"\n',
      '/x',
      'x',
    );
    expect(exactJson(value)).toBe('{"big":1700000000000000201,"small":7,"text":"1700000000000000201"}');
  });

  test('a string that looks like a marked number stays a string', () => {
    expect(JSON.parse(exactJson(['\ue0001', 2n]))).toEqual(['\ue0001', 2]);
  });

  test('are quoted by quoteExact, which changes nothing else', () => {
    expect(
      quoteExact(
        '{"a":1700000000000000201,"b":"1700000000000000201","c":12,"d":1.00000000000000000001,"e\\"":-1700000000000000201}',
      ),
    ).toBe(
      '{"a":"1700000000000000201","b":"1700000000000000201","c":12,"d":1.00000000000000000001,"e\\"":"-1700000000000000201"}',
    );
  });
});
