// Contract test for your continuous integration: checks answers that were recorded, or fetched a moment ago, against
// the specification. There is a folder for each operation, with any number of complete answers (with envelope) as JSON.
//
//   node --import tsx examples/check-answers.ts test/answers [--strict]
//
// Exit code 0: all answers are as specified; 1: an answer departs from the specification; 2: wrong arguments.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { assertAnswer, describeReport } from 'weiban-openapi/validate';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { strict: { type: 'boolean', default: false } },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error('Give the folder that holds the answers, as <operationId>/<name>.json.');
  process.exitCode = 2;
} else {
  process.exitCode = (await checkFolder(folder, values.strict)) ? 0 : 1;
}

/** Checks every answer, so that one run reports all failures. */
async function checkFolder(folder: string, strict: boolean): Promise<boolean> {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(join(folder, name)).map((file) => [name, file] as const))
    .filter(([, file]) => file.endsWith('.json'))
    .sort();
  let failed = 0;
  for (const [operation, file] of files) {
    const text = readFileSync(join(folder, operation, file), 'utf8');
    try {
      const report = await assertAnswer(operation, text, { strict });
      console.log(`ok    ${operation}/${file}: ${describeReport(report)}`);
    } catch (error) {
      failed += 1;
      console.log(`FAILS ${operation}/${file}: ${(error as Error).message}`);
    }
  }
  console.log(`${files.length - failed} of ${files.length} answers are as specified`);
  return failed === 0 && files.length > 0;
}
