import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { startSlowFilesEmitter } from '../../scripts/generate/slow-files.ts';
import type { Model } from '../../scripts/spec/model.ts';
import { folderOf } from '../support/spec-folder.ts';

/** An emitter whose thread runs a program of the test. */
function emitterOf(program: string) {
  const main = join(folderOf({}), 'thread.cjs');
  writeFileSync(main, program);
  return startSlowFilesEmitter(pathToFileURL(main));
}

const NO_MODEL = {} as Model;

test('a thread that fails says why, however late it is asked', async () => {
  const slow = emitterOf(`throw new Error('no compiler here')`);
  await expect(slow.emit(NO_MODEL)).rejects.toThrow('no compiler here');
  await expect(slow.emit(NO_MODEL)).rejects.toThrow('no compiler here');
});

test('a thread that ends without an answer is not waited for', async () => {
  await expect(emitterOf(`process.exit(3)`).emit(NO_MODEL)).rejects.toThrow(/ended without an answer/);
});

test('what is wrong with a model is the error of the emitter', async () => {
  const slow = startSlowFilesEmitter();
  await expect(slow.emit(NO_MODEL)).rejects.toThrow(TypeError);
});

test('one that is stopped while it emits ends', async () => {
  const slow = emitterOf(`require('node:worker_threads').parentPort.on('message', () => {})`);
  const emitted = slow.emit(NO_MODEL);
  slow.stop();
  await expect(emitted).rejects.toThrow(/ended without an answer/);
});

test('an answer counts although the thread has ended when it is read', async () => {
  const slow = emitterOf(`const { parentPort } = require('node:worker_threads');
    parentPort.once('message', () => parentPort.postMessage({ 'a.ts': 'text' }));`);
  const emitted = slow.emit(NO_MODEL);
  // Emitting keeps this thread busy: the answer and the end of the other one are both waiting afterwards.
  await new Promise((resolve) => setImmediate(resolve));
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  expect(await emitted).toEqual({ 'a.ts': 'text' });
});
