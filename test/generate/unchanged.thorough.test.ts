import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generate } from '../../scripts/generate/generate.ts';
import { folderOf, SOUND } from '../support/spec-folder.ts';

test.each<[what: string, change: (folder: string) => string | undefined]>([
  ['another specification into the same folder', () => 'other.yaml'],
  [
    'a new file next to the specification',
    (folder) => {
      writeFileSync(join(folder, 'error-codes.yaml'), SOUND['error-codes.yaml'] ?? '');
      return undefined;
    },
  ],
])('%s is not a known run', async (_, change) => {
  const document = (title: string) =>
    `openapi: 3.1.0\ninfo: {title: ${title}, version: '1'}\npaths: {/thing: {get: {operationId: ${title}, responses: {'200': {description: Ok.}}}}}\n`;
  const folder = folderOf({ 'openapi.yaml': document('first'), 'other.yaml': document('second') });
  const run = (root: string) =>
    generate({ root: join(folder, root), out: join(folder, 'out'), project: process.cwd(), mode: 'write' });
  await run('openapi.yaml');
  expect((await run('openapi.yaml')).text).toContain('nothing changed');
  const root = change(folder) ?? 'openapi.yaml';
  expect((await run(root)).text).not.toContain('nothing changed');
});
