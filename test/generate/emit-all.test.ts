import { expect, onTestFinished, test, vi } from 'vitest';
import { emitAll } from '../../scripts/generate/emit-all.ts';
import type { Model } from '../../scripts/spec/model.ts';

test('where an emitter fails, what the stopped processes say of it is no error of its own', async () => {
  const unhandled = vi.fn();
  process.on('unhandledRejection', unhandled);
  onTestFinished(() => void process.off('unhandledRejection', unhandled));
  const slowFiles = { emit: () => Promise.reject(new Error('stopped')), stop: () => undefined };
  // No model at all: the first emitter fails.
  await expect(emitAll({} as Model, slowFiles)).rejects.toThrow(TypeError);
  await new Promise((resolve) => setImmediate(resolve));
  expect(unhandled).not.toHaveBeenCalled();
});
