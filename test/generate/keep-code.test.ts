import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const LARGE = `// ${'x'.repeat(2 ** 19)}\n`;

/** A large module in a folder, which is loaded in a process of its own: what it exports, and the kept files with their ages. */
function project() {
  const folder = mkdtempSync(join(tmpdir(), 'weiban-code-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [file, kept] = [join(folder, 'large.js'), join(folder, 'code')];
  const program = `
    const save = require(${JSON.stringify(resolve('scripts/generate/keep-code.cjs'))})(${JSON.stringify(kept)});
    Promise.resolve(require(${JSON.stringify(file)})).then((value) => { console.log(value); save(); });
  `;
  return {
    kept,
    write: (text: string) => writeFileSync(file, LARGE + text),
    file,
    load: () => execFileSync(process.execPath, ['-e', program], { encoding: 'utf8' }).trim(),
    files: () => readdirSync(kept).map((name) => join(kept, name)),
  };
}

test('code is written once, and read after that', () => {
  const { write, load, files } = project();
  write(`module.exports = 'one'`);
  expect(load()).toBe('one');
  const [file = '', ...others] = files();
  expect(others).toEqual([]);
  utimesSync(file, 1, 1);
  expect(load()).toBe('one');
  expect(statSync(file).mtimeMs).toBe(1000);
});

test('a file that changed is another one, though it is as long and as old as before', () => {
  const { write, load, file } = project();
  for (const text of ['one', 'two']) {
    write(`module.exports = '${text}'`);
    utimesSync(file, 1, 1);
    expect(load()).toBe(text);
  }
});

test.each([
  ['empty', () => Buffer.alloc(0)],
  ['cut off', (bytes: Buffer) => bytes.subarray(0, -50)],
  ['overwritten at its end', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -50), Buffer.alloc(50)])],
  ['other code', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 32), Buffer.alloc(bytes.length, 7)])],
])('code that is %s is made again', (_, damage) => {
  const { write, load, files } = project();
  write(`module.exports = 'one'`);
  load();
  const [file = ''] = files();
  const whole = readFileSync(file);
  writeFileSync(file, damage(whole));
  expect(load()).toBe('one');
  expect(readFileSync(file).length).toBe(whole.length);
  utimesSync(file, 1, 1);
  expect(load()).toBe('one');
  expect(statSync(file).mtimeMs).toBe(1000);
});

test('a large ES module is left to Node', () => {
  const { write, load, kept } = project();
  write('export const a = 1');
  expect(load()).toContain('a: 1');
  expect(existsSync(kept)).toBe(false);
});

test('where nothing can be kept, a module is loaded all the same', () => {
  const { write, load, kept } = project();
  write(`module.exports = 'one'`);
  writeFileSync(kept, 'no folder');
  expect(load()).toBe('one');
});

test('a module requires, imports and knows its place as ever', () => {
  const { write, load, file } = project();
  write(
    `module.exports = import('node:path').then(({ basename }) => [basename(__filename), require('node:os').EOL, this === exports].join())`,
  );
  expect(load()).toBe('large.js,\n,true');
  expect(file).toContain('large.js');
});
