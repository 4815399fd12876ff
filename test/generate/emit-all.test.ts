import { expect, onTestFinished, test, vi } from 'vitest';
import { emitAll } from '../../scripts/generate/emit-all.ts';
import { emitSchema } from '../../scripts/generate/emit-schema.ts';
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

test('an example with an integer that no number can hold is written with all of its digits', () => {
  const example = 9007199254740993n;
  const thing = { type: 'object', properties: { a: { type: 'integer', example, default: example } } };
  const answer = {
    description: 'ok',
    content: { 'application/json': { schema: thing, example: { a: example } } },
  };
  const text = emitSchema({
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    paths: { '/a': { get: { operationId: 'a', responses: { 200: answer } } } },
    components: { schemas: { Thing: thing } },
  });
  expect(text).toContain('9007199254740993');
});
