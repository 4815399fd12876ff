import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { createWebhookSender } from '../../src/webhooks/index.ts';
import { ownEnvironment, runWeiban } from '../cli/run-weiban.ts';
import { compileFolder } from '../support/compile.ts';
import { hasRedis, type RedisServer, startRedis } from '../support/redis-server.ts';
import { type CodeBlock, commandsOf, readCodeBlocks } from './code-blocks.ts';
import { FOLDER, runBlock, writeBlock } from './run-block.ts';

const english = readFileSync('README.md', 'utf8');
const chinese = readFileSync('README.zh-CN.md', 'utf8');
const blocks = readCodeBlocks(english);
const inLanguage = (language: string) => blocks.filter((block) => block.language === language);
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Commands that no test runs, and why; `npm run pack:check` and `npm run check:foreign` see to them. */
const NOT_RUN: Readonly<Record<string, string>> = {
  'npm install weiban-openapi': 'asks a registry; pack:check installs the tarball',
  'npx @openapitools/openapi-generator-cli generate -i weiban.json -g python -o weiban-python':
    'downloads a program that needs Java',
  'npx @hey-api/openapi-ts -i weiban.json -o src/weiban':
    'downloads a program; check:foreign compiles the client that it makes',
};

/** What the program of a block prints, by language and number. */
const PRINTS: Readonly<Record<string, RegExp>> = {
  'ts 1': /^\S+: \S+$/m,
  'js 1': /^\[ '\S+', .*\]$/ms,
  'js 2': /^\[ '\S+', .*\]$/ms,
  'ts 3': /^22201\napi OpportunityNotFound opportunityOne failed with 22201.*\n商机不存在 .*Check the id/m,
  'ts 4': /^(100\n){10}$/,
  'ts 7': /^received unknown\n\{ status: 200, body: '\{"errcode":0\}' \}$/m,
  'ts 9': /^false 2$/m,
  'ts 10': /externalUserList departs from the specification.*is missing.*is not documented/s,
};
const WEBHOOK = {
  WEIBAN_WEBHOOK_TOKEN: 'token',
  WEIBAN_WEBHOOK_AES_KEY: 'b'.repeat(43),
  WEIBAN_WEBHOOK_RECEIVE_ID: 'ww0123456789abcdef',
};
const keyOf = ({ language, nth }: CodeBlock) => `${language} ${nth}`;
const needsRedis = ({ text }: CodeBlock) => text.includes("'ioredis'");
const serves = ({ text }: CodeBlock) => text.includes('.listen(Number(');
const programs = [...inLanguage('ts'), ...inLanguage('js')];

beforeAll(() => rmSync(FOLDER, { recursive: true, force: true }));

test('every TypeScript block compiles, strictly, by the public names of the package', () => {
  for (const block of inLanguage('ts')) writeBlock(block);
  expect(
    compileFolder(FOLDER, {
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
    }),
  ).toEqual([]);
}, 120_000);

test('what the block about recordings says is recorded is there', async () => {
  const block = programs.find(({ text }) => text.includes('createRecorder'));
  expect(await runBlock(block!)).toMatchObject({ code: 0 });
  const folder = join(FOLDER, `ts-${block?.nth}`, '.weiban-recordings/externalUserList');
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  expect(files).toHaveLength(1);
  expect(readFileSync(join(folder, files[0]!), 'utf8')).toContain('"external_user_list"');
});

describe('every program runs', () => {
  test.each(
    programs.filter((block) => !needsRedis(block) && !serves(block)).map((block) => [keyOf(block), block]),
  )(
    '%s',
    async (key, block) => {
      const { code, output } = await runBlock(block);
      expect(output).toMatch(PRINTS[key] ?? /^/);
      expect({ code, output }).toMatchObject({ code: 0 });
    },
    60_000,
  );

  test.each(programs.filter(serves).map((block) => [keyOf(block), block]))(
    '%s, which receives pushed messages',
    async (_, block) => {
      const { output } = await runBlock(block, {
        env: { ...WEBHOOK, PORT: '0' },
        async onPort(port) {
          const sender = createWebhookSender({
            token: WEBHOOK.WEIBAN_WEBHOOK_TOKEN,
            encodingAesKey: WEBHOOK.WEIBAN_WEBHOOK_AES_KEY,
            receiveId: WEBHOOK.WEIBAN_WEBHOOK_RECEIVE_ID,
            url: `http://127.0.0.1:${port}/weiban`,
          });
          expect(await sender.verifyUrl()).toMatchObject({ ok: true });
          const created = {
            id: '1',
            event: 'work_order_change',
            status: 'create',
            msg_data: { order_no: 'WO-1' },
          };
          expect(await sender.send(created)).toMatchObject({ status: 200 });
          expect(await sender.send({ event: 'something_new' })).toMatchObject({ status: 200 });
        },
      });
      expect(output).toBe("WO-1\n{ event: 'something_new' }\n");
    },
    60_000,
  );

  describe.skipIf(!hasRedis)('with redis-server', () => {
    let redis: RedisServer;
    beforeAll(async () => {
      redis = await startRedis();
    });
    afterAll(() => redis.close());

    test.each(programs.filter(needsRedis).map((block) => [keyOf(block), block]))(
      '%s',
      async (_, block) => {
        const env = { REDIS_URL: `redis://127.0.0.1:${redis.port}` };
        expect(await runBlock(block, { env })).toEqual({ code: 0, output: '1000\n' });
      },
      60_000,
    );
  });
});

describe('every command', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());

  const commands = inLanguage('sh').flatMap(commandsOf);
  const ofWeiban = commands
    .map((command) => /^(?:npx )?weiban (.*?)(?: > \S+)?$/.exec(command)?.[1])
    .filter((words) => words !== undefined);

  test.each(ofWeiban.filter((words) => !words.startsWith('sandbox')))('weiban %s', async (words) => {
    const { corpId, secret, baseUrl } = sandbox.clientOptions;
    const env = {
      ...ownEnvironment(),
      WEIBAN_CORP_ID: corpId,
      WEIBAN_SECRET: secret,
      WEIBAN_BASE_URL: baseUrl,
    };
    const { code, out, err } = await runWeiban(words.split(/\s+/), { env });
    expect({ code, err }).toMatchObject({ code: 0 });
    expect(`${out}${err}`.length).toBeGreaterThan(20);
  });

  test.each(ofWeiban.filter((words) => words.startsWith('sandbox')))('weiban %s', async (words) => {
    const controller = new AbortController();
    let printed = '';
    const code = await run({
      // Any free port: another one may be in use.
      argv: words.replace(/--port \d+/, '--port 0').split(/\s+/),
      env: ownEnvironment(),
      stdin: new PassThrough(),
      stdout: {
        write(text) {
          printed += text;
          controller.abort();
        },
      },
      stderr: { write: () => {} },
      signal: controller.signal,
    });
    expect({ code, printed }).toMatchObject({
      code: 0,
      printed: expect.stringContaining('WEIBAN_BASE_URL=http'),
    });
  });

  test('is one of weiban, a script of package.json, or listed with the reason why it is not run', () => {
    const unknown = commands.filter(
      (command) =>
        !/^(npx )?weiban /.test(command) &&
        !Object.hasOwn(scripts, /^npm run (\S+)$/.exec(command)?.[1] ?? '') &&
        !Object.hasOwn(NOT_RUN, command),
    );
    expect(unknown).toEqual([]);
    expect(Object.keys(NOT_RUN).filter((command) => !commands.includes(command))).toEqual([]);
  });
});

describe.each([
  ['README.md', english],
  ['README.zh-CN.md', chinese],
  ['CONTRIBUTING.md', readFileSync('CONTRIBUTING.md', 'utf8')],
])('%s', (_, markdown) => {
  test('names scripts that exist', () => {
    const named = Array.from(markdown.matchAll(/npm run ([\w:-]+)/g), ([, name = '']) => name);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
    expect(named.length).toBeGreaterThan(5);
  });

  test('links to and names files that exist', () => {
    const linked = Array.from(
      markdown.matchAll(/\]\((?!http|#)([^)]+)\)|src="([^"]+)"/g),
      ([, a, b]) => a ?? b ?? '',
    );
    const named = Array.from(markdown.matchAll(/`((?:examples|test)\/[\w/.-]+)`/g), ([, name = '']) => name);
    expect([...linked, ...named].filter((path) => !existsSync(path))).toEqual([]);
  });
});

test('the commands for a fresh machine stand near the top, as they are', () => {
  for (const markdown of [english, chinese]) {
    const top = markdown.slice(0, 1500);
    expect(top).toMatch(/^ {4}npm ci && npm run generate {4}#/m);
    expect(top).toMatch(/^ {4}npm ci && npm test {12}#/m);
  }
});

test('the Chinese README has the same blocks, comments aside', () => {
  expect(readCodeBlocks(chinese).map(withoutComments)).toEqual(blocks.map(withoutComments));
});

function withoutComments(block: CodeBlock): string {
  if (block.language === 'sh') return commandsOf(block).join('\n');
  const { outputText } = ts.transpileModule(block.text, {
    compilerOptions: { removeComments: true, target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
  });
  return outputText;
}
