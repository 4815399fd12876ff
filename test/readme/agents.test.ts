import { expect, onTestFinished, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { longName } from '../../src/cli/flag-name.ts';
import { createWeiban } from '../../src/index.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { readCodeBlocks } from './code-blocks.ts';
import { readDocument } from './documents.ts';

const GUIDES = ['docs/agents.md', 'docs/zh/agents.md'] as const;
const blocksOf = (path: string, language: string) =>
  readCodeBlocks(readDocument(path).text)
    .filter((block) => block.language === language)
    .map(({ text }) => text);

test('both guides have the same configurations and the same program', () => {
  const [english, chinese] = GUIDES.map((path) =>
    ['json', 'javascript'].flatMap((language) => blocksOf(path, language)),
  );
  expect(english).toHaveLength(3);
  expect(chinese).toEqual(english);
});

test('a configuration is valid JSON that starts the server with flags that it has', () => {
  const row = commands.find(({ name }) => name === 'mcp');
  const flags = row?.flags.map((flag) => `--${longName(flag.flags)}`) ?? [];
  for (const text of blocksOf(GUIDES[0], 'json')) {
    const { mcpServers, servers = mcpServers } = JSON.parse(text);
    const { command, args, env = {} } = servers.weiban;
    expect([command, ...args.slice(0, 3)]).toEqual(['npx', '--no', 'weiban', 'mcp']);
    expect(args.slice(3).filter((word: string) => !flags.includes(word))).toEqual([]);
    // A secret in a file that a team shares is no secret.
    expect(env.WEIBAN_SECRET ?? '${input:').toMatch(/^\$\{input:/);
  }
});

test.each(GUIDES)('%s names flags that the server has, and all of its own', (path) => {
  const row = commands.find(({ name }) => name === 'mcp');
  const shared = commands.find(({ name }) => name === 'token')?.flags ?? [];
  const own = (row?.flags ?? [])
    .filter((flag) => !shared.includes(flag))
    .map(({ flags }) => `--${longName(flags)}`);
  const named = new Set(
    Array.from(readDocument(path).text.matchAll(/`(?:weiban mcp )?(--[a-z-]+)/g), ([, flag]) => flag),
  );
  expect(own.filter((flag) => !named.has(flag))).toEqual([]);
  expect([...named].filter((flag) => !own.includes(flag ?? '') && flag !== '--no')).toEqual([]);
});

test('the program runs to its end with the names that it uses', async () => {
  const sandbox = await startSandbox({ rows: 45 });
  onTestFinished(() => sandbox.close());
  const weiban = createWeiban(sandbox.clientOptions);
  const [source = ''] = blocksOf(GUIDES[0], 'javascript');
  // The client has the methods and lists that a program has.
  const Program = Object.getPrototypeOf(async () => {}).constructor;
  // Every customer of the sandbox has a tag.
  expect(await new Program('weiban', source)(weiban)).toEqual({ customers: 45, untagged: 0 });
});
