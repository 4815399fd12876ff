import { execFile, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** Everything that this project has and another vendor's would take over: all but its specification and its output. */
function copyProject(folder: string, fill: (spec: string) => void): void {
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  for (const file of files.split('\0').filter(Boolean)) {
    if (/^(spec|generated)\//.test(file)) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(file, join(folder, file));
  }
  fill(join(folder, 'spec'));
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  const include = ['src', 'generated'];
  writeFileSync(
    join(folder, 'tsconfig.vendor.json'),
    JSON.stringify({ extends: './tsconfig.json', include }),
  );
}

/** Generates, compiles and builds the project with another specification. Returns its folder. */
function project(fill: (spec: string) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'second-vendor-'));
  copyProject(folder, fill);
  const run = (...args: string[]) => execFileSync('npx', args, { cwd: folder, stdio: 'pipe' });
  run('tsx', 'scripts/generate.ts');
  run('tsc', '--noEmit', '-p', 'tsconfig.vendor.json');
  run('tsx', 'scripts/build.ts');
  return folder;
}

/** As `docs init`, `import` and `scaffold` leave one: no errors, no limits, no call for a token, no schemas. */
const BARE = `openapi: 3.1.0
info: {title: Bare, version: 1.0.0}
servers: [{url: https://bare.example}]
security: [{bearer: []}]
components: {securitySchemes: {bearer: {type: http, scheme: bearer}}}
paths:
  /things/{id}:
    get:
      operationId: thing
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {'200': {description: ok, content: {application/json: {schema: {type: object, properties: {n: {type: integer}}}}}}}
`;

test('a specification with nothing but an operation and a scheme gives a client that calls', async () => {
  const folder = project((spec) => {
    mkdirSync(spec);
    writeFileSync(join(spec, 'openapi.yaml'), BARE);
  });
  const seen: unknown[] = [];
  const server = createServer(({ url, headers }, response) => {
    seen.push([url, headers.authorization]);
    response.setHeader('content-type', 'application/json').end('{"n":7}');
  }).listen(0, '127.0.0.1');
  try {
    await once(server, 'listening');
    const { createWeiban } = await import(pathToFileURL(join(folder, 'dist/index.js')).href);
    const { port } = server.address() as AddressInfo;
    const baseUrl = `http://127.0.0.1:${port}`;
    expect(await createWeiban({ baseUrl, credentials: { bearer: 'canary' } }).thing({ id: 'a/b' })).toEqual({
      n: 7,
    });
    const { error } = await createWeiban({ baseUrl }).thing({ id: 'a' }).result();
    expect(String(error)).toMatch(/needs the credential bearer; pass credentials/);
    expect(seen).toEqual([['/things/a%2Fb', 'Bearer canary']]);
    const env = { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, WEIBAN_BASE_URL: baseUrl };
    const weiban = (bearer: string) =>
      promisify(execFile)(
        process.execPath,
        [join(folder, 'dist/weiban-command.js'), 'call', 'thing', '--id', 'x'],
        {
          env: { ...env, WEIBAN_BEARER: bearer },
        },
      );
    expect(JSON.parse((await weiban('canary')).stdout)).toEqual({ n: 7 });
    expect(seen.at(-1)).toEqual(['/things/x', 'Bearer canary']);
    const { startSandbox } = await import(pathToFileURL(join(folder, 'dist/sandbox.js')).href);
    await using sandbox = await startSandbox();
    expect(await createWeiban(sandbox.clientOptions).thing({ id: 'x' })).toEqual({ n: expect.any(Number) });
    await expect(weiban('')).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/set WEIBAN_BEARER,/),
    });
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}, 300_000);

describe('a specification of another vendor in place of spec/', () => {
  let folder = '';
  beforeAll(() => {
    folder = project((spec) => cpSync('test/second-vendor/spec', spec, { recursive: true }));
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
