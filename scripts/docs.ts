import { runDocs } from './docs/command-line.ts';
import { runPull } from './docs/pull/command-line.ts';

const [command, ...rest] = process.argv.slice(2);
if (command === 'pull') {
  process.exitCode = await runPull(rest, (line) => console.log(line));
} else {
  const { code, out, err } = runDocs(process.argv.slice(2));
  if (out !== '') console.log(out);
  if (err !== '') console.error(err);
  process.exitCode = code;
}
