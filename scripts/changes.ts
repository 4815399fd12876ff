import { runChanges } from './changes/index.ts';
import { runCommand } from './kit/run-command.ts';
import { rememberParses } from './spec/parse-cache.ts';

rememberParses();
await runCommand(runChanges);
