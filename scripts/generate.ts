import { runGenerate } from './generate/index.ts';
import { runCommand } from './kit/run-command.ts';

await runCommand(runGenerate);
