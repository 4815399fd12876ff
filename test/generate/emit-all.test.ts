import { expect, onTestFinished, test, vi } from 'vitest';
import { emitAll } from '../../scripts/generate/emit-all.ts';
import type { Model } from '../../scripts/spec/model.ts';

test('if an emitter fails, the processes that it stops cause no further error', async () => {
  const unhandled = vi.fn();
  process.on('unhandledRejection', unhandled);
  onTestFinished(() => void process.off('unhandledRejection', unhandled));
  const slowFiles = { emit: () => Promise.reject(new Error('stopped')), stop: () => undefined };
  // Without a model, the first emitter fails.
  await expect(emitAll({} as Model, slowFiles)).rejects.toThrow(TypeError);
  await new Promise((resolve) => setImmediate(resolve));
  expect(unhandled).not.toHaveBeenCalled();
});
