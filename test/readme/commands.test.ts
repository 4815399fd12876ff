import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { ownEnvironment, runWeiban } from '../cli/run-weiban.ts';
import { commands } from './programs.ts';

/** The arguments of every `weiban` command, without the redirection of its output. */
const ofWeiban = commands.flatMap(({ text }) => {
  const [, words] = /^(?:npx )?weiban (.*?)(?: > \S+)?$/.exec(text) ?? [];
  return words === undefined ? [] : [words];
});
const isSandbox = (words: string) => words.startsWith('sandbox');
/** Whether a command asks for the credentials and needs an answer. */
const asks = (words: string) => words === 'config set';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

test.each(ofWeiban.filter((words) => !isSandbox(words)))('weiban %s', async (words) => {
  const { corpId, secret, baseUrl } = sandbox.clientOptions;
  const env = {
    ...ownEnvironment(),
    WEIBAN_CORP_ID: corpId,
    WEIBAN_SECRET: secret,
    WEIBAN_BASE_URL: baseUrl,
  };
  const { code, out, err } = await runWeiban(argumentsOf(words), {
    env,
    ...(asks(words) && { input: `${corpId}\n${secret}\n`, isTTY: true }),
  });
  expect({ code, err }).toMatchObject({ code: 0 });
  expect(`${out}${err}`.length).toBeGreaterThan(20);
});

test.each(ofWeiban.filter(isSandbox))('weiban %s', async (words) => {
  const controller = new AbortController();
  let printed = '';
  const code = await run({
    // Any free port: the documented one may be in use.
    argv: argumentsOf(words.replace(/--port \d+/, '--port 0')),
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

/** The words of a command line. Single quotes keep spaces together, as in a shell. */
function argumentsOf(words: string): string[] {
  return Array.from(words.matchAll(/'([^']*)'|(\S+)/g), ([, quoted, bare]) => quoted ?? bare ?? '');
}
