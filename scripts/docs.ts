import { runDocs } from './docs/command-line.ts';
import { runApply } from './docs/patch/command-line.ts';
import { runPull } from './docs/pull/command-line.ts';
import { realWorld, runSync } from './docs/sync/command-line.ts';

const [command, ...rest] = process.argv.slice(2);
const print = (line: string) => console.log(line);
if (command === 'pull') process.exitCode = await runPull(rest, print);
else if (command === 'apply') process.exitCode = await runApply(rest, print);
else if (command === 'sync') process.exitCode = await runSync(rest, realWorld());
else {
  const { code, out, err } = runDocs(process.argv.slice(2));
  if (out !== '') console.log(out);
  if (err !== '') console.error(err);
  process.exitCode = code;
}
