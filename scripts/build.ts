import { runBuild } from './build/index.ts';
import { runCommand } from './kit/run-command.ts';

await runCommand(runBuild);
