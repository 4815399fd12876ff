import { runCheck } from './check/command-line.ts';
import { rememberParses } from './spec/parse-cache.ts';

rememberParses();
const { code, out, err } = await runCheck(process.argv.slice(2));
if (out !== '') console.log(out);
if (err !== '') console.error(err);
process.exitCode = code;
