import { join } from 'node:path';
import type { PackageCheck } from '../run-check.ts';
import { lastLine, runProgram } from '../run-program.ts';

/** The results of the two usual linters of packages. */
export const lintChecks: readonly PackageCheck[] = [
  {
    name: 'publint',
    async run({ tarball, project }) {
      const program = join(project, 'node_modules/publint/src/cli.js');
      const printed = await runProgram(process.execPath, [program, 'run', tarball, '--strict'], {
        cwd: project,
      });
      return lastLine(printed);
    },
  },
  {
    name: 'attw',
    async run({ tarball, project }) {
      const program = join(project, 'node_modules/@arethetypeswrong/cli/dist/index.js');
      // TypeScript cannot resolve YAML, and nobody imports it: consumers read it as a file.
      const args = [
        program,
        tarball,
        '--exclude-entrypoints',
        'openapi.yaml',
        'openapi-3.0.yaml',
        '--no-color',
        '--format',
        'json',
      ];
      const { analysis } = JSON.parse(await runProgram(process.execPath, args, { cwd: project }));
      return `${Object.keys(analysis.entrypoints).length} subpaths resolve with their types: node10, node16 (CJS, ESM), bundler`;
    },
  },
];
