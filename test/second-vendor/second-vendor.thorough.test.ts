import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** Everything that this project has and another vendor's would take over: all but its specification and its output. */
function copyProject(folder: string): void {
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  for (const file of files.split('\0').filter(Boolean)) {
    if (/^(spec|generated)\//.test(file)) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(file, join(folder, file));
  }
  cpSync('test/second-vendor/spec', join(folder, 'spec'), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  const include = ['src', 'generated'];
  writeFileSync(
    join(folder, 'tsconfig.vendor.json'),
    JSON.stringify({ extends: './tsconfig.json', include }),
  );
}

describe('a specification of another vendor in place of spec/', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'second-vendor-'));
    copyProject(folder);
    const run = (...args: string[]) => execFileSync('npx', args, { cwd: folder, stdio: 'pipe' });
    run('tsx', 'scripts/generate.ts');
    run('tsc', '--noEmit', '-p', 'tsconfig.vendor.json');
    run('tsx', 'scripts/build.ts');
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** The calls are JavaScript, because the package that they import exists only now. */
  const load = () => import(pathToFileURL(join(process.cwd(), 'test/second-vendor/calls.mjs')).href);

  test('is generated, compiled, built, and called against its own sandbox', async () => {
    const { callSandbox } = await load();
    expect(await callSandbox(folder)).toEqual({
      shop: ['city', 'id', 'name'],
      page: [20, 45],
      rows: 45,
      created: [201, 'string'],
      replaced: 'string',
      gone: [204, true],
      products: [true, 'string'],
      logo: 'string',
      sheet: 'string',
      invoice: true,
      status: 'boolean',
      missing: ['api', 40401, 'ShopNotFound'],
      refused: ['authLogin', 40101, true],
    });
  });

  test('reaches a server as its specification says, and reads what that answers', async () => {
    const { callServer } = await load();
    expect(await callServer(folder)).toEqual(SERVED);
  });
});

const SERVED = {
  status: { up: true },
  loginBefore: 0,
  shop: { id: 's', name: 'n' },
  login: { grant_type: 'client_credentials', app_key: 'key', app_secret: 'hush-hush-secret' },
  header: 'T-1',
  url: '/v1/shops/s',
  // The first PUT is refused with 40101, so the client logs in once more.
  renewed: { id: 's', name: 'n' },
  logins: 2,
  missing: ['api', 404, 40401, 'ShopNotFound', '门店不存在 [redacted]'],
  taken: ['api', 409, 40901, 'ShopNameTaken', '门店名称重复'],
  busy: { id: 's', name: 'n' },
  gone: true,
  kept: ['api', 409, 409, null, 'it has orders'],
  products: [{ id: '90071992547409931', title: 't', price: 1 }],
  invoice: [37, 80, 68, 70, 0, 255],
  noInvoice: ['api', 200, 40401, null, 'no invoice'],
  sheet: 'id\n12345678901234567890\n',
  upload: ['PUT', true, true],
  byPath: [404, 40401],
  emptied: 204,
  raw: [37, 80, 68, 70, 0, 255],
  advice: 'Check shop_id.',
  isSecret: true,
};
