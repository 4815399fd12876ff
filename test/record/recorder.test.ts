import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
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

  test('documented names, listed values, true, false, null, zero and empty values', async () => {
    const given = {
      ...list,
      external_user_list: [{ type: 2, name: '', tags: [], deleted: true, unionid: null, count: 0 }],
    };
    expect((await body(given)).external_user_list).toEqual(given.external_user_list);
  });

  test('a small number that is not a listed value, but not a large one', async () => {
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
  test.each(names)(
    "an undocumented name if it consists of the API's words: %s",
    async (name, value, isKept) => {
      const { external_user_list: rows } = await body({
        ...list,
        external_user_list: [JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(value)}}`)],
      });
      expect(Object.keys(rows[0])[0] === name).toBe(isKept);
    },
  );

  test('no undocumented name that is also a value', async () => {
    const { external_user_list: rows } = await body({
      ...list,
      external_user_list: [{ id: 'staff_order', staff_order: 1 }],
    });
    expect(Object.keys(rows[0])).toEqual(['id', rows[0].id]);
  });

  test('the form of JSON inside a text, but not its names and values', async () => {
    const inner = JSON.stringify({ name: '王小明', 王小明: [13812345678] });
    const { external_user_list: rows } = await body({ ...list, external_user_list: [{ name: inner }] });
    expect(Object.values(JSON.parse(rows[0].name))).toEqual([
      expect.stringMatching(/^某.{3}$/),
      [expect.any(Number)],
    ]);
    expect(rows[0].name).not.toContain('王小明');
  });
});

test('a value has the same pseudonym in arguments, answers and other operations', async () => {
  const { recordOne } = memoryRecorder();
  const details = JSON.parse(
    await recordOne('externalUserGet', { ...ok, external_user: customer }, { id: customer.id }),
  );
  const listing = JSON.parse(
    await recordOne('externalUserList', list, { phone_number: '13812345678', limit: 37 }),
  );
  const [row] = listing.response.body.external_user_list;
  expect(details.request.params.id).toBe(row.id);
  expect(details.response.body.external_user.name).toBe(row.name);
  expect(listing.request.params.phone_number).toBe(row.phone_list[0]);
});

test('a whole number beyond 2^53 becomes a number with the same count of digits', async () => {
  const text = await memoryRecorder().recordOne(
    'externalUserList',
    '{"errcode":0,"errmsg":"ok","total":1586542197543829505}',
  );
  expect(text).toMatch(/"total": \d{19}\n/);
  expect(text).not.toContain('1586542197543829505');
});

test('an unknown operation is not recorded, an answer is recorded once, and no more than perOperation answers', async () => {
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

test('if the final check finds a secret, nothing is written, and the error names the place but not the value', async () => {
  // The secret is a documented message, which is kept. A known secret cannot get into a recording any other way.
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

test('an answer whose file could not be written is written the next time', async () => {
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

  test('a client records its answers, with a key that git ignores and only its owner can read', async () => {
    // Real time: the test clock does not wait for the recorder to write to the disk.
    const { weiban } = await serveWeiban({}, { record: createRecorder({ folder }), clock: systemClock });
    await weiban.opportunity.one({ serial_number: opportunity.serial_number });
    const [file = ''] = readdirSync(join(folder, 'opportunityOne'));
    const text = readFileSync(join(folder, 'opportunityOne', file), 'utf8');
    expect(text).not.toContain(opportunity.serial_number);
    expect(JSON.parse(text).source.kind).toBe('live');
    expect(statSync(join(folder, '.recordings-key')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe('.recordings-key\n');
    expect(readdirSync(join(folder, 'opportunityOne'))).toEqual([file]);
  });

  test('a second recorder uses the same key, and the ignore file keeps its lines', async () => {
    writeFileSync(join(folder, '.gitignore'), '*.log');
    createRecorder({ folder });
    const firstKey = readFileSync(join(folder, '.recordings-key'), 'utf8');
    createRecorder({ folder });
    expect(readFileSync(join(folder, '.recordings-key'), 'utf8')).toBe(firstKey);
    expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe('*.log\n.recordings-key\n');
  });

  const bad: readonly (readonly [string, string, number, RegExp])[] = [
    ['that others can read', 'ab'.repeat(32), 0o644, /chmod 600/],
    ['without a key', 'short', 0o600, /contains no key/],
  ];
  test.each(bad)('a key file %s is refused', (_, text, mode, message) => {
    writeFileSync(join(folder, '.recordings-key'), text, { mode });
    expect(() => createRecorder({ folder })).toThrow(message);
    expect(() => createRecorder({ folder })).toThrow(WeibanConfigError);
  });
});
