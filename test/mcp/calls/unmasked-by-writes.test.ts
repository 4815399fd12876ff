import { expect, test } from 'vitest';
import { createMasker } from '../../../src/mcp/mask/index.ts';
import { errorOf, servedTools } from './tool-context.ts';

const who = { staff_id: 's1', external_user_id: 'c1' };
const VALUES = { phone: '13800138000', unionid: 'custom-union-1', nickname: '张三' };

async function setUp(ask?: (message: string) => Promise<boolean>) {
  const masker = createMasker({ kinds: ['phone', 'openid', 'unionid', 'email', 'name'] });
  // A masked object has the members of the object.
  const masked = masker.mask(VALUES) as typeof VALUES;
  const tools = await servedTools({ masker, allowsWrite: () => true, ...(ask && { ask }) });
  const add = (tag_name: string, confirm?: unknown) =>
    tools.write({
      operation: 'tag.add',
      arguments: { tag_name, tag_group: 'g', ...who },
      ...(confirm !== undefined && { confirm }),
    });
  return { ...tools, masked, add };
}

test.each(['phone', 'unionid', 'nickname'] as const)(
  'a pseudonym in an argument of another name comes back as it was given, in the preview and the question: %s',
  async (kind) => {
    const asked: string[] = [];
    const { masked, add, server } = await setUp();
    const shown = JSON.stringify((await add(masked[kind])).value);
    expect(shown).toContain(masked[kind]);
    expect(shown).not.toContain(VALUES[kind]);
    const asking = await setUp(async (message) => asked.push(message) < 0);
    await asking.add(asking.masked[kind]);
    expect(asked[0]).toContain(asking.masked[kind]);
    expect(asked[0]).not.toContain(VALUES[kind]);
    expect(server.seen).toEqual([]);
  },
);

test.each(['phone', 'unionid', 'nickname'] as const)(
  'an error of the API that quotes a value of the arguments is masked: %s',
  async (kind) => {
    const { masked, add, server } = await setUp();
    server.answer('tag/add', () => ({ body: { errcode: 40001, errmsg: `bad tag <${VALUES[kind]}>` } }));
    const { confirm } = (await add(masked[kind])).value;
    expect(errorOf(await add(masked[kind], confirm)).message).toMatch(`bad tag <${masked[kind]}>`);
    expect(server.seenAt('tag/add').map(({ body }) => JSON.parse(body).tag_name)).toEqual([VALUES[kind]]);
  },
);

test('a pseudonym that would become a number which no mask knows is refused', async () => {
  const { masked, add, read, server } = await setUp();
  const refused = errorOf(await add(`9${masked.phone}`));
  expect(refused).toMatchObject({ name: 'BadArguments', message: expect.stringContaining(masked.phone) });
  const operation = 'externalUser.get';
  expect(errorOf(await read({ operation, arguments: { unionid: `9${masked.phone}` } })).name).toBe(
    'BadArguments',
  );
  expect(server.seen).toEqual([]);
});

test('the preview shows what nobody would see of what is sent', async () => {
  const { add, server } = await setUp();
  server.answer('tag/add', () => ({ body: { errcode: 0, errmsg: 'ok' } }));
  const hostile = 'a\u202eb\u{e0041}\u200b\u001b[1m\u0007c 👨‍👩‍👧 ❤️';
  const { value } = await add(hostile);
  expect(value.preview).toMatchObject({
    arguments: { tag_name: 'a\\u{202e}b\\u{e0041}\\u{200b}\\u{1b}[1m\\u{7}c 👨‍👩‍👧 ❤️' },
  });
  await add(hostile, value.confirm);
  expect(server.seenAt('tag/add').map(({ body }) => JSON.parse(body).tag_name)).toEqual([hostile]);
});
