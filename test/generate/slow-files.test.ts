import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { PART_NAMES } from '../../scripts/generate/parts.ts';
import { startSlowFilesEmitter } from '../../scripts/generate/slow-files.ts';
import type { Model } from '../../scripts/spec/model.ts';
import { folderOf } from '../support/spec-folder.ts';

/** An emitter whose thread runs a program from the test. */
function emitterOf(program: string) {
  const main = join(folderOf({}), 'thread.cjs');
  writeFileSync(main, program);
  return startSlowFilesEmitter(pathToFileURL(main));
}

const NO_MODEL = {} as Model;
const PARTS = new Set(PART_NAMES);

test('a thread that fails reports why, even if it is asked late', async () => {
  const slow = emitterOf(`throw new Error('no compiler here')`);
  await expect(slow.emit(NO_MODEL, PARTS)).rejects.toThrow('no compiler here');
  await expect(slow.emit(NO_MODEL, PARTS)).rejects.toThrow('no compiler here');
});

test('a thread that ends without an answer rejects', async () => {
  await expect(emitterOf(`process.exit(3)`).emit(NO_MODEL, PARTS)).rejects.toThrow(/ended without an answer/);
});

test('an error in a model is the error of the emitter', async () => {
  const slow = startSlowFilesEmitter();
  await expect(slow.emit(NO_MODEL, PARTS)).rejects.toThrow(TypeError);
});

test('a thread that is stopped while it emits ends', async () => {
  const slow = emitterOf(`require('node:worker_threads').parentPort.on('message', () => {})`);
  const emitted = slow.emit(NO_MODEL, PARTS);
  slow.stop();
  await expect(emitted).rejects.toThrow(/ended without an answer/);
});

test('an answer counts even if the thread has ended before it is read', async () => {
  const slow = emitterOf(`const { parentPort } = require('node:worker_threads');
    parentPort.once('message', () => parentPort.postMessage({ 'a.ts': 'text' }));`);
  const emitted = slow.emit(NO_MODEL, PARTS);
  // Emitting keeps this thread busy, so that the answer and the end of the other thread are both pending afterwards.
  await new Promise((resolve) => setImmediate(resolve));
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  expect(await emitted).toEqual({ 'a.ts': 'text' });
});
