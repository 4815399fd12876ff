/**
 * `npm run check:foreign`: generates clients from the bundle with two other tools and type-checks them, then calls every
 * operation of the sandbox through one of them. The tools are installed into their own cache and are not dependencies of this
 * package.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { requests } from '../generated/sandbox.ts';
import { callThroughHeyApi } from './foreign-calls.ts';

const folder = resolve('node_modules/.cache/weiban-openapi-foreign');
const bundle = resolve('generated/openapi.json');
const TOOLS = [
  {
    name: 'hey-api',
    version: '0.95.0',
    package: '@hey-api/openapi-ts',
    args: [
      '@hey-api/openapi-ts',
      '-i',
      bundle,
      '-o',
      'hey-api',
      '-p',
      '@hey-api/client-fetch',
      '@hey-api/sdk',
      '@hey-api/typescript',
    ],
  },
  { name: 'orval', version: '7.13.2', package: 'orval', args: ['orval', '--config', 'orval.config.cjs'] },
] as const;

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'package.json'), '{"private": true, "type": "module"}\n');
// Not orval's fetch client: 7.13 fails on any query parameter that OpenAPI describes with `content`.
writeFileSync(
  join(folder, 'orval.config.cjs'),
  `module.exports = { weiban: { input: ${JSON.stringify(bundle)}, output: { target: './orval/client.ts', client: 'axios-functions', mode: 'split' } } };\n`,
);
if (
  ![...TOOLS.map((tool) => tool.package), 'axios'].every((name) =>
    existsSync(join(folder, 'node_modules', name)),
  )
) {
  const packages = [
    ...TOOLS.map((tool) => `${tool.package}@${tool.version}`),
    'axios@1.7.9',
    'typescript@5.9.3',
  ];
  run('install', 'npm', ['install', '--no-save', '--no-audit', '--no-fund', ...packages]);
}
let failed = false;
for (const { name, version, args } of TOOLS) {
  rmSync(join(folder, name), { recursive: true, force: true });
  const generated = run(name, 'npx', ['--no-install', ...args]);
  const files = existsSync(join(folder, name))
    ? readdirSync(join(folder, name), { recursive: true }).filter((file) => String(file).endsWith('.ts'))
    : [];
  const options = [
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    '--module',
    'esnext',
    '--moduleResolution',
    'bundler',
    '--target',
    'es2022',
    '--lib',
    'es2023,dom,dom.iterable',
  ];
  const checked =
    files.length > 0 &&
    run(`${name} types`, 'npx', [
      '--no-install',
      'tsc',
      ...options,
      ...files.map((file) => join(name, String(file))),
    ]);
  const isValid = generated && checked;
  failed ||= !isValid;
  console.log(
    `${name} ${version}: ${isValid ? `${files.length} modules generated, all type-check` : 'FAILED'}`,
  );
}
const failures = await callThroughHeyApi(join(folder, 'hey-api'));
for (const failure of failures) console.error(failure);
const all = Object.keys(requests).length;
console.log(`hey-api against the sandbox: ${all - failures.length} of ${all} operations called and answered`);
process.exitCode = failed || failures.length > 0 ? 1 : 0;

function run(what: string, command: string, args: readonly string[]): boolean {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) console.error(`${what}:\n${`${stdout}\n${stderr}`.split('\n').slice(0, 30).join('\n')}`);
  return status === 0;
}
