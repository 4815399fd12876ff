import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WeibanConfigError } from '../../src/index.ts';
import { createRecorder, RecordingError } from '../../src/record/index.ts';
import { opportunity } from '../support/opportunity.ts';
import { rejectionOf, serveWeiban } from '../support/over-server.ts';
import { memoryRecorder } from './support.ts';

const ok = { errcode: 0, errmsg: 'ok' };
const customer = {
  id: 'wmabcdEFGH_0123456789-abcdefghij',
  type: 1,
  name: '王小明',
  avatar: 'https://wx.qlogo.cn/mmhead/abc/0',
  created_at: 1_592_576_435,
  phone_list: ['13812345678'],
};
const list = { ...ok, total: 1, external_user_list: [customer] };

describe('a recording keeps', () => {
  const body = async (answer: object, operation = 'externalUserList') =>
    JSON.parse(await memoryRecorder().recordOne(operation, answer)).response.body;

  test('documented names, listed values, true, false, null, zero and what is empty', async () => {
    const given = {
      ...list,
      external_user_list: [{ type: 2, name: '', tags: [], deleted: true, unionid: null, count: 0 }],
    };
    expect((await body(given)).external_user_list).toEqual(given.external_user_list);
  });

  test('a small number that its list of values does not have yet, and no large one', async () => {
    const { external_user_list: rows } = await body({
      ...list,
      external_user_list: [{ type: 9 }, { type: 123_456 }],
    });
    expect(rows[0].type).toBe(9);
    expect(rows[1].type).not.toBe(123_456);
  });

  const messages: readonly (readonly [string, boolean])[] = [
    ['未找到商机记录', false],
    ['商机不存在', true],
    ['商机不存在: 王小明', false],
    ['ok', true],
  ];
  test.each(messages)('the message %s: %s', async (errmsg, isKept) => {
    const failed = await body({ errcode: 22201, errmsg }, 'opportunityOne');
    expect(failed.errcode).toBe(22201);
    expect(failed.errmsg === errmsg).toBe(isKept);
  });

  const names: readonly (readonly [string, unknown, boolean])[] = [
    ['customer_name', 1, true],
    ['zhang_san', 1, false],
    ['王小明', 1, false],
    ['13812345678', 1, false],
    ['name', 'unionid', true],
    ['Name', 1, false],
    ['__proto__', 1, false],
  ];
  test.each(names)('an undocumented name made of the API own words only: %s', async (name, value, isKept) => {
    const { external_user_list: rows } = await body({
      ...list,
      external_user_list: [JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(value)}}`)],
    });
    expect(Object.keys(rows[0])[0] === name).toBe(isKept);
  });

  test('no undocumented name that is a value too', async () => {
    const { external_user_list: rows } = await body({
      ...list,
      external_user_list: [{ id: 'staff_order', staff_order: 1 }],
    });
    expect(Object.keys(rows[0])).toEqual(['id', rows[0].id]);
  });

  test('the form of JSON inside a text, and nothing in it', async () => {
    const inner = JSON.stringify({ name: '王小明', 王小明: [13812345678] });
    const { external_user_list: rows } = await body({ ...list, external_user_list: [{ name: inner }] });
    expect(Object.values(JSON.parse(rows[0].name))).toEqual([
      expect.stringMatching(/^某.{3}$/),
      [expect.any(Number)],
    ]);
    expect(rows[0].name).not.toContain('王小明');
  });
});

test('the same value is the same pseudonym in arguments, answers and other operations', async () => {
  const { recordOne } = memoryRecorder();
  const one = JSON.parse(
    await recordOne('externalUserGet', { ...ok, external_user: customer }, { id: customer.id }),
  );
  const two = JSON.parse(
    await recordOne('externalUserList', list, { phone_number: '13812345678', limit: 37 }),
  );
  const [row] = two.response.body.external_user_list;
  expect(one.request.params.id).toBe(row.id);
  expect(one.response.body.external_user.name).toBe(row.name);
  expect(two.request.params.phone_number).toBe(row.phone_list[0]);
});

test('a whole number beyond 2^53 stays a number of as many digits', async () => {
  const text = await memoryRecorder().recordOne(
    'externalUserList',
    '{"errcode":0,"errmsg":"ok","total":1586542197543829505}',
  );
  expect(text).toMatch(/"total": \d{19}\n/);
  expect(text).not.toContain('1586542197543829505');
});

test('an operation that the specification does not know is not recorded, the same answer once, and no more than asked', async () => {
  const { files, recordOne } = memoryRecorder({ perOperation: 2 });
  await recordOne('GET /open-api/customer/zhangsan', list);
  expect(files.size).toBe(0);
  for (const name of ['一', '一', '二', '三'])
    await recordOne('externalUserList', { ...list, external_user_list: [{ name }] });
  expect([...files.keys()]).toEqual([
    expect.stringMatching(/^externalUserList\/live-[0-9a-f]{8}\.json$/),
    expect.stringMatching(/^externalUserList\/live-[0-9a-f]{8}\.json$/),
  ]);
});

test('where the gate finds a secret nothing is written, and the error names the place and not the value', async () => {
  // The secret is a documented message, so that it is kept: no other way leads a known secret into a recording.
  const secret = '商机不存在';
  const { files, record } = memoryRecorder({ secrets: [secret] });
  const text = JSON.stringify({ errcode: 22201, errmsg: secret });
  const error = await rejectionOf(
    Promise.resolve(record({ operation: 'opportunityOne', params: {}, status: 200, text, isSuccess: false })),
  ).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(RecordingError);
  expect(error).toMatchObject({ operation: 'opportunityOne', pointer: '/response/body/errmsg' });
  expect(String(error)).not.toContain(secret);
  expect(files.size).toBe(0);
});

test('an answer whose file could not be written is written when it comes again', async () => {
  const written: string[] = [];
  let isFull = true;
  const write = (file: string) => {
    if (isFull) throw new Error('the disk is full');
    written.push(file);
  };
  const { record } = memoryRecorder({ write });
  const answer = {
    operation: 'externalUserList',
    params: {},
    status: 200,
    text: JSON.stringify(list),
    isSuccess: true,
  };
  await expect(record(answer)).rejects.toThrow('the disk is full');
  isFull = false;
  await record(answer);
  expect(written).toHaveLength(1);
});

describe('on disk', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'record-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  test('a client records what it gets, with a key that git ignores and only its owner reads', async () => {
    const { weiban } = await serveWeiban({}, { record: createRecorder({ folder }) });
    await weiban.opportunity.one({ serial_number: opportunity.serial_number });
    const [file = ''] = readdirSync(join(folder, 'opportunityOne'));
    const text = readFileSync(join(folder, 'opportunityOne', file), 'utf8');
    expect(text).not.toContain(opportunity.serial_number);
    expect(JSON.parse(text).source.kind).toBe('live');
    expect(statSync(join(folder, '.recordings-key')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe('.recordings-key\n');
    expect(readdirSync(join(folder, 'opportunityOne'))).toEqual([file]);
  });

  test('a second recorder goes on with the key, and the ignore file keeps what it had', async () => {
    writeFileSync(join(folder, '.gitignore'), '*.log');
    createRecorder({ folder });
    const made = readFileSync(join(folder, '.recordings-key'), 'utf8');
    createRecorder({ folder });
    expect(readFileSync(join(folder, '.recordings-key'), 'utf8')).toBe(made);
    expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe('*.log\n.recordings-key\n');
  });

  const bad: readonly (readonly [string, string, number, RegExp])[] = [
    ['that others can read', 'ab'.repeat(32), 0o644, /chmod 600/],
    ['that holds no key', 'short', 0o600, /holds no key/],
  ];
  test.each(bad)('a key file %s is refused', (_, text, mode, message) => {
    writeFileSync(join(folder, '.recordings-key'), text, { mode });
    expect(() => createRecorder({ folder })).toThrow(message);
    expect(() => createRecorder({ folder })).toThrow(WeibanConfigError);
  });
});
