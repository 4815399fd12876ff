import { expect, test } from 'vitest';
import { startSlowProcess } from '../../scripts/generate/slow-process.ts';

test('a process that ends early says so to whoever waits for it', async () => {
  const failing = startSlowProcess('./there-is-no-such-worker.ts', 'yaml');
  await expect(failing.emit('model')).rejects.toThrow(/emits with yaml ended early \(exit code 1\)/);
});

test('a model that cannot be read is an error of the process, and it is not waited for', async () => {
  const slow = startSlowProcess('./schema-worker.ts', 'openapi-typescript/dist/transform/index.cjs');
  await expect(slow.emit('/nowhere/model')).rejects.toThrow(/ended early \(exit code 1\)/);
});
