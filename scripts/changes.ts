import { runChanges } from './changes/command-line.ts';
import { rememberParses } from './spec/parse-cache.ts';

rememberParses();
const { code, out, err } = runChanges(process.argv.slice(2));
if (out !== '') console.log(out);
if (err !== '') console.error(err);
process.exitCode = code;
