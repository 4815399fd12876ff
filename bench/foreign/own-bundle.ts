import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { requests } from '../../generated/sandbox.ts';
import { type Rivals, versionOf } from '../support/rivals.ts';
import { callThroughHeyApi } from './sandbox-calls.ts';

const BUNDLE = resolve('generated/openapi.json');
const OPTIONS = [
  ...['--noEmit', '--strict', '--skipLibCheck', '--module', 'esnext', '--moduleResolution', 'bundler'],
  ...['--target', 'es2022', '--lib', 'es2023,dom,dom.iterable'],
];

/**
 * Generates clients from our bundle with two other tools and type-checks them, then calls every operation of the sandbox
 * through one of them.
 * @returns whether all of it worked.
 */
export async function checkOwnBundle({ folder, node }: Rivals): Promise<boolean> {
  const run = (what: string, args: readonly string[]): boolean => {
    const { status, stdout, stderr } = spawnSync(node, args, { cwd: folder, encoding: 'utf8' });
    if (status !== 0)
      console.error(`${what}:\n${`${stdout}\n${stderr}`.split('\n').slice(0, 30).join('\n')}`);
    return status === 0;
  };
  const orval = {
    input: BUNDLE,
    output: { target: './orval/client.ts', client: 'axios-functions', mode: 'split' },
  };
  writeFileSync(join(folder, 'orval.config.cjs'), `module.exports = ${JSON.stringify({ weiban: orval })};\n`);
  const plugins = ['@hey-api/client-fetch', '@hey-api/sdk', '@hey-api/typescript'];
  const tools = [
    {
      name: 'hey-api',
      package: '@hey-api/openapi-ts',
      args: ['@hey-api/openapi-ts/bin/run.js', '-i', BUNDLE, '-o', 'hey-api', '-p', ...plugins],
    },
    { name: 'orval', package: 'orval', args: ['orval/dist/bin/orval.mjs', '--config', 'orval.config.cjs'] },
  ] as const;
  let isGood = true;
  for (const { name, package: key, args } of tools) {
    const [command, ...rest] = args;
    rmSync(join(folder, name), { recursive: true, force: true });
    const isGenerated = run(name, [join('node_modules', command), ...rest]);
    const files = sourcesIn(join(folder, name)).map((file) => join(name, file));
    const isValid =
      isGenerated &&
      files.length > 0 &&
      run(`${name} types`, ['node_modules/typescript/bin/tsc', ...OPTIONS, ...files]);
    isGood &&= isValid;
    const outcome = isValid ? `${files.length} modules generated, all type-check` : 'FAILED';
    console.log(`${name} ${versionOf(key)}: ${outcome}`);
  }
  const failures = await callThroughHeyApi(join(folder, 'hey-api'));
  for (const failure of failures) console.error(failure);
  const all = Object.keys(requests).length;
  console.log(
    `hey-api against the sandbox: ${all - failures.length} of ${all} operations called and answered`,
  );
  return isGood && failures.length === 0;
}

function sourcesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
}
