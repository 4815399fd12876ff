import { runRecord } from './record/command-line.ts';
import { readSpecification } from './record/run-shape.ts';

const progress = (line: string) => console.error(line);
const { code, out, err } = await runRecord(process.argv.slice(2), {
  env: process.env,
  progress,
  read: readSpecification,
});
if (out !== '') console.log(out);
if (err !== '') console.error(err);
process.exitCode = code;
