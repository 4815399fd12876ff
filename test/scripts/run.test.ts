import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

/** Runs the command of a project; its exit code and what it printed. */
async function runIn(folder: string, ...args: string[]) {
  const child = spawn(process.execPath, [join(folder, 'scripts', 'run.mjs'), 'check', ...args]);
  let out = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.pipe(process.stderr);
  const [code] = await once(child, 'close');
  return [code, JSON.parse(out)];
}

/** A project with the launcher and four small commands. */
function project() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'weiban-run-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'scripts', 'below'), { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  for (const name of ['esbuild', '@esbuild', 'tsx'])
    symlinkSync(join(process.cwd(), 'node_modules', name), join(folder, 'node_modules', name));
  cpSync('scripts/run.mjs', join(folder, 'scripts', 'run.mjs'));
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
  write('package.json', '{"type": "module"}');
  write('package-lock.json', '{}');
  write('scripts/below/part.ts', 'export const said: string = "first"; export const url = import.meta.url;');
  for (const name of ['changes', 'docs', 'generate']) write(`scripts/${name}.ts`, '');
  write(
    'scripts/check.ts',
    `const { said, url } = await import('./below/part.ts');
     console.log(JSON.stringify([said, url, process.argv.slice(2)]));
     process.exitCode = 3;`,
  );
  const run = (...args: string[]) => runIn(folder, ...args);
  const bundles = () => readdirSync(join(folder, 'node_modules/.cache/weiban-openapi/commands'));
  return { folder, write, run, bundles };
}

test('a command runs with its arguments and exit code, and knows where it was written', async () => {
  const { folder, run, bundles } = project();
  const url = pathToFileURL(join(folder, 'scripts/below/part.ts')).href;
  expect(await run('--json', 'x')).toEqual([3, ['first', url, ['--json', 'x']]]);
  const [made] = bundles();
  expect(await run()).toEqual([3, ['first', url, []]]);
  expect(bundles()).toEqual([made]);
});

test('a source that changes, below as well, is seen at the next start', async () => {
  const { run, write } = project();
  await run();
  write('scripts/below/part.ts', 'export const said = "the second"; export const url = "";');
  expect(await run()).toEqual([3, ['the second', '', []]]);
});

test('a project that moves does not run what was made for the old place', async () => {
  const { folder, run } = project();
  await run();
  const moved = `${folder}-moved`;
  renameSync(folder, moved);
  onTestFinished(() => rmSync(moved, { recursive: true, force: true }));
  const url = pathToFileURL(join(moved, 'scripts/below/part.ts')).href;
  expect(await runIn(moved)).toEqual([3, ['first', url, []]]);
});

test('where no bundle can be written, the sources run as they are', async () => {
  const { folder, run } = project();
  writeFileSync(join(folder, 'node_modules/.cache'), 'a file where a folder should be');
  const url = pathToFileURL(join(folder, 'scripts/below/part.ts')).href;
  expect(await run('x')).toEqual([3, ['first', url, ['x']]]);
});

test('commands that start at once all run, and one bundle is left', async () => {
  const { run, bundles } = project();
  const runs = await Promise.all([run(), run(), run()]);
  expect(runs.map(([code]) => code)).toEqual([3, 3, 3]);
  expect(bundles()).toHaveLength(1);
});
