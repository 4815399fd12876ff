import { runCommand } from './kit/run-command.ts';
import { createRelease } from './release/index.ts';

await runCommand(createRelease({ folder: process.cwd() }));
