import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { ownEnvironment, runWeiban } from './run-weiban.ts';

/** Runs the sandbox. `env` has the variables that it prints for another shell; `end` interrupts it. */
async function startSandbox(
  ...words: string[]
): Promise<{ env: Record<string, string>; end: () => Promise<number> }> {
  const controller = new AbortController();
  const env = ownEnvironment();
  let said: (text: string) => void = () => {};
  const line = new Promise<string>((resolve) => {
    said = resolve;
  });
  const code = run({
    argv: ['sandbox', ...words],
    env,
    stdin: new PassThrough(),
    stdout: { write: said },
    stderr: { write: () => {} },
    signal: controller.signal,
  });
  const settings = [...(await line).matchAll(/(WEIBAN_\w+)=(\S+)/g)].map(([, name, value]) => [name, value]);
  const end = () => {
    controller.abort();
    return code;
  };
  return { env: { ...env, ...Object.fromEntries(settings) }, end };
}

test('calls with the printed variables reach the sandbox, until it is interrupted', async () => {
  const { env, end } = await startSandbox('--seed', '7', '--rows', '30');
  try {
    const { code, out, err } = await runWeiban(['call', 'staff.list', '--all', '--max', '25'], { env });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toHaveLength(25);
    expect(await runWeiban(['token'], { env })).toMatchObject({ code: 0 });
  } finally {
    expect(await end()).toBe(0);
  }
  expect(await runWeiban(['call', 'staff.list', '--no-token-cache'], { env })).toMatchObject({ code: 3 });
});

test('the same seed gives the same answers', async () => {
  const answers: string[] = [];
  for (const seed of ['3', '3', '4']) {
    const { env, end } = await startSandbox('--seed', seed);
    answers.push((await runWeiban(['call', 'staff.list', '--limit', '3'], { env })).out);
    await end();
  }
  expect(answers[0]).toBe(answers[1]);
  expect(answers[0]).not.toBe(answers[2]);
});

test('a scenario decides the answer of a call', async () => {
  const scenarios = [
    '--scenario',
    'opportunityOne=error:OpportunityNotFound',
    '--scenario',
    'staffList=html502',
  ];
  const { env, end } = await startSandbox(...scenarios);
  expect(await runWeiban(['call', 'opportunity.one', '--id', '1'], { env })).toMatchObject({ code: 1 });
  expect(await runWeiban(['call', 'staff.list'], { env })).toMatchObject({ code: 5 });
  await end();
});

const mistakes: [words: string[], said: RegExp][] = [
  [['--port', 'http'], /--port takes number, not "http"/],
  [['--time-scale', 'x'], /--time-scale takes number/],
  [['--time-scale', '0'], /timeScale/],
  [['--scenario', 'nonsense'], /is not a scenario/],
  [['--prot', '1'], /did you mean --port\?/],
];

test.each(mistakes)('sandbox %j is refused', async (words, said) => {
  const { code, err } = await runWeiban(['sandbox', ...words]);
  expect(code).toBe(2);
  expect(err).toMatch(said);
});

test.each(['99999', '-1', '1.5'])('the port %s is a wrong argument', async (port) => {
  const { code, err } = await runWeiban(['sandbox', '--port', port]);
  expect(code).toBe(2);
  expect(err).toBe(`weiban: port is ${port}; pass an integer from 1 to 65535, or 0 for any free port.\n`);
});

test.each([
  [[], null],
  [['--cors'], '*'],
  [['--cors', 'http://localhost:5173'], 'http://localhost:5173'],
])('%j lets web pages of %s call it', async (words, want) => {
  const { env, end } = await startSandbox(...words);
  const { headers } = await fetch(`${env.WEIBAN_BASE_URL}/open-api/staff/list`);
  expect(headers.get('access-control-allow-origin')).toBe(want);
  await end();
});
