import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listOperations } from '../../src/catalogue/find-operation.ts';
import { commands } from '../../src/cli/commands.ts';
import { ownEnvironment, runWeiban } from './run-weiban.ts';

async function complete(...words: string[]): Promise<string[]> {
  const { code, out, err } = await runWeiban(['__complete', ...words]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => line.replace(/\t.*$/, ''));
}

const first = [...new Set(commands.map(({ name }) => name.split(' ')[0]))];

const offers: [name: string, words: string[], want: unknown][] = [
  ['every command', [''], first],
  ['a command by its beginning', ['sh'], ['show']],
  ['the commands of a group', ['config', ''], ['set', 'show', 'remove']],
  ['operations', ['call', 'opp'], ['opportunity.list', 'opportunity.one']],
  ['operations to show', ['show', 'tagG'], ['tagGroup.add']],
  ['operations after a flag', ['call', '--all', 'opp'], ['opportunity.list', 'opportunity.one']],
  [
    'operations after a flag with a value',
    ['call', '--corp-id', 'x', 'opp'],
    ['opportunity.list', 'opportunity.one'],
  ],
  [
    'the flags of an operation after another flag',
    ['call', '--output', 'json', 'opportunity.one', '--se'],
    ['--serial_number', '--secret'],
  ],
  ['a command after the language', ['--lang', 'zh', 'sh'], ['show']],
  ['languages', ['show', '--lang', ''], ['en', 'zh']],
  ['the flags of an operation', ['call', 'opportunity.one', '--s'], ['--serial_number', '--secret']],
  ['the values of a parameter', ['call', 'opportunity.list', '--user_type', 'st'], ['staff']],
  ['the values of a flag', ['call', 'staff.list', '--output', ''], ['json', 'jsonl', 'table']],
  ['the values of a flag after an equals sign', ['call', 'staff.list', '--output=t'], ['table']],
  ['the values of a flag as bash splits it', ['call', 'staff.list', '--output', '=', 't'], ['table']],
  ['nothing for a text', ['call', 'opportunity.one', '--id', ''], []],
  ['the flags of a command', ['token', '--f'], ['--fresh']],
  ['errors by name', ['errors', 'OpportunityNot'], ['OpportunityNotFound']],
  ['shells', ['completion', ''], ['bash', 'zsh', 'fish', 'powershell']],
  ['what PowerShell passes for an empty word', ['completion', '""'], ['bash', 'zsh', 'fish', 'powershell']],
  ['nothing after the last word', ['show', 'opportunity.one', ''], []],
  ['nothing for an unknown command', ['nonsense', ''], []],
  ['nothing for an unknown operation', ['call', 'nonsense', '--'], []],
];

test.each(offers)('offers %s', async (_, words, want) => {
  expect(await complete(...words)).toEqual(want);
});

test('offers every operation and each of its parameters', async () => {
  expect(await complete('call', '')).toEqual(listOperations().map(({ name }) => name));
  expect(await complete('call', 'staff.list', '--')).toEqual(
    expect.arrayContaining(['--limit', '--offset', '--fields']),
  );
});

test('says what each word means, in the language of the locale', async () => {
  const env = { ...ownEnvironment(), LANG: 'zh_CN.UTF-8' };
  const { out } = await runWeiban(['__complete', 'tok'], { env });
  expect(out).toMatch(/^token\t获取 access token/);
  const group = await runWeiban(['__complete', 'conf'], { env });
  expect(group.out).toBe('config\t把凭据保存在仅本人可读的文件中\n');
});

test.each([
  ['the locale', { LANG: 'zh_CN.UTF-8' }, []],
  ['--lang', { LANG: 'en_US.UTF-8' }, ['--lang', 'zh']],
])("an operation's flags are described in the language of %s", async (_, env, flag) => {
  const words = ['__complete', ...flag, 'call', 'externalUser.list', '--lim'];
  const { out } = await runWeiban(words, { env: { ...ownEnvironment(), ...env } });
  expect(out).toBe('--limit\t每页条数。\n');
});

const checkers: [shell: string, check: string[]][] = [
  ['bash', ['-n']],
  ['zsh', ['-n']],
  ['fish', ['--no-execute']],
];

for (const [shell, check] of checkers) {
  const isInstalled = spawnSync(shell, ['-c', 'true']).status === 0;
  test.skipIf(!isInstalled)(
    `the script for ${shell} is valid${isInstalled ? '' : `: ${shell} is not installed`}`,
    async () => {
      const { out } = await runWeiban(['completion', shell]);
      const file = join(ownEnvironment().HOME ?? '', 'script');
      writeFileSync(file, out);
      const { status, stderr } = spawnSync(shell, [...check, file], { encoding: 'utf8' });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    },
  );
}

test('bash completes with the script', async () => {
  const { out: script } = await runWeiban(['completion', 'bash']);
  // A fake command, to test only the script: the words that it passes, and how it handles the output.
  const { stdout } = spawnSync(
    'bash',
    [
      '-c',
      `weiban() { printf '%s|' "$@" >&2; printf 'opportunity.list\\tGET\\nopportunity.one\\tGET\\n'; }
       ${script.replace('2>/dev/null', '2>/dev/stdout')}
       COMP_WORDS=(weiban call 'opp'); COMP_CWORD=2; _weiban; printf '<%s>' "\${COMPREPLY[@]}"; complete -p weiban`,
    ],
    { encoding: 'utf8' },
  );
  expect(stdout).toBe(
    '<__complete|call|opp|opportunity.list><opportunity.one>complete -o default -F _weiban weiban\n',
  );
});

test('there is no script for another shell', async () => {
  const { code, err } = await runWeiban(['completion', 'tcsh']);
  expect(code).toBe(2);
  expect(err).toMatch(/no completion for "tcsh", only for bash, zsh, fish/);
});
