import { rememberParses } from './spec/parse-cache.ts';

rememberParses();
const [command, ...rest] = process.argv.slice(2);
const print = (line: string) => console.log(line);
// Each command loads what it needs and no more.
if (command === 'pull') {
  const { runPull } = await import('./docs/pull/command-line.ts');
  process.exitCode = await runPull(rest, print);
} else if (command === 'apply') {
  const { runApply } = await import('./docs/apply/command-line.ts');
  process.exitCode = await runApply(rest, print);
} else if (command === 'sync') {
  const { realWorld, runSync } = await import('./docs/sync/command-line.ts');
  process.exitCode = await runSync(rest, realWorld());
} else {
  const { runDocs } = await import('./docs/command-line.ts');
  const { code, out, err } = runDocs(process.argv.slice(2));
  if (out !== '') console.log(out);
  if (err !== '') console.error(err);
  process.exitCode = code;
}
