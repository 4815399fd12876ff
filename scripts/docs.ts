import { runDocs } from './docs/command-line.ts';

const { code, out, err } = runDocs(process.argv.slice(2));
if (out !== '') console.log(out);
if (err !== '') console.error(err);
process.exitCode = code;
