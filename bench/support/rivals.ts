import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { run } from './run.ts';

/** The packages that this one is compared with, in their newest versions. `node` runs those that need a newer Node. */
const VERSIONS = {
  '@hey-api/openapi-ts': '0.99.0',
  '@redocly/cli': '2.77.0',
  axios: '1.21.1',
  ky: '2.1.0',
  node: '24.21.0',
  'openapi-fetch': '0.17.0',
  'openapi-typescript': '7.13.0',
  orval: '8.38.0',
  typescript: '5.9.3',
} as const;

type Rival = keyof typeof VERSIONS;

/** The installed packages. */
export interface Rivals {
  /** The folder that holds their `node_modules`. */
  readonly folder: string;
  /** The path of a Node that is new enough for all of them. */
  readonly node: string;
}

/** Returns the version of a package that this one is compared with. */
export function versionOf(name: Rival): string {
  return VERSIONS[name];
}

/** Returns the folder of their packages and their output. */
export function rivalsFolder(): string {
  return resolve('node_modules/.cache/weiban-openapi-rivals');
}

/**
 * Installs the packages into a cache of their own, once: none of them is a dependency of this package.
 * @throws Error with npm's output if they cannot be installed.
 */
export function installRivals(): Rivals {
  const folder = rivalsFolder();
  const node = join(folder, 'node_modules/node/bin/node');
  const record = join(folder, 'installed.json');
  const wanted = JSON.stringify(VERSIONS);
  if (existsSync(node) && existsSync(record) && readFileSync(record, 'utf8') === wanted)
    return { folder, node };
  // What an interrupted install left looks complete to npm.
  rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private": true, "type": "module"}\n');
  const packages = Object.entries(VERSIONS).map(([name, version]) => `${name}@${version}`);
  // The package `node` fetches its binary in a script; this project's own npm runs none.
  const options = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts=false'];
  run(folder, 'npm', ['install', ...options, ...packages]);
  writeFileSync(record, wanted);
  return { folder, node };
}
