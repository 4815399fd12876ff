import { runCommand } from './kit/run-command.ts';
import { runSite } from './site/index.ts';

await runCommand(runSite);
