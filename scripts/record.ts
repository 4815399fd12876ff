import { runCommand } from './kit/run-command.ts';
import { createRecord } from './record/index.ts';

await runCommand(createRecord());
