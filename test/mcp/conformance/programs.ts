import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '../../languages/language-tool.ts';
import { openCache, runDownloads } from '../../languages/prepare.ts';

/** The packages of npm that judge the server. The suite of 0.2 alone knows the revision of 2026. */
const PACKAGES = [
  '@modelcontextprotocol/conformance@0.2.0-alpha.12',
  '@modelcontextprotocol/inspector@2.12.0',
];

/** The Node that runs them where this one is older than they require. */
const NODE = 'node@22.23.3';
const LEAST_NODE = [22, 19] as const;

/** The programs, ready to run: each is the beginning of a command. */
export interface Programs {
  readonly conformance: Command;
  readonly inspector: Command;
}

/**
 * Gets the programs into the folder for downloads, once for each set of versions.
 *
 * @throws MissingProgram if the registry does not answer.
 */
export async function getPrograms(): Promise<Programs> {
  const folder = join(openCache(), 'mcp');
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isOld = major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1]);
  const wanted = JSON.stringify([...PACKAGES, ...(isOld ? [NODE] : [])]);
  const marker = join(folder, 'installed.json');
  if (!existsSync(marker) || readFileSync(marker, 'utf8') !== wanted) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private": true}');
    await runDownloads(
      [
        // Their scripts only prepare parts of the inspector that have a window.
        ['npm', 'install', '--no-audit', '--no-fund', '--save-exact', '--ignore-scripts', ...PACKAGES],
        // The script of this one gets the program itself.
        ...(isOld ? [['npm', 'install', '--no-audit', '--no-fund', '--save-exact', NODE] as const] : []),
      ],
      // `npm run --silent` would silence this npm, too, and the reason of its failure.
      { cwd: folder, env: { npm_config_loglevel: 'error' } },
    );
    writeFileSync(marker, wanted);
  }
  const node = isOld ? join(folder, 'node_modules/node/bin/node') : process.execPath;
  const modules = join(folder, 'node_modules/@modelcontextprotocol');
  return {
    conformance: [node, join(modules, 'conformance/dist/index.js')],
    inspector: [node, join(modules, 'inspector/clients/launcher/build/index.js'), '--cli'],
  };
}
