import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createCommand } from '../kit/command.ts';
import { buildPackage } from './build-package.ts';

const USAGE = 'usage: npm run build -- [--help]';
const HELP = `${USAGE}

Builds the package into dist/, as it is published.`;

/** `npm run build`: builds the package as it is published. */
export const runBuild = createCommand({
  usage: USAGE,
  help: HELP,
  async run(args, { print }) {
    parseArgs({ args: [...args], options: {} });
    const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
    const begun = performance.now();
    await buildPackage(project, join(project, 'dist'));
    print(`dist/ built in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
    return 0;
  },
});
