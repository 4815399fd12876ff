// One row of spec/ for everything that is Weiban's: code that knows a path, a code or a field of its own is wrong for every
// other vendor, and stale once the specification changes.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assemble } from '../scripts/spec/assemble.ts';
import { loadSpec } from '../scripts/spec/load.ts';
import { buildModel } from '../scripts/spec/model.ts';
import { findVendorWords, vendorWords } from './support/vendor-words.ts';

const WEBHOOK =
  'the messages that Weiban pushes, and their answers, have the form of WeCom, which no specification describes';

/** Files that may know Weiban, and why. */
const EXEMPT: Readonly<Record<string, string>> = {
  'src/webhooks/answer.ts': WEBHOOK,
  'src/webhooks/sender.ts': WEBHOOK,
};

const words = vendorWords(buildModel(assemble(loadSpec('spec'))));
const findingsIn = (file: string) =>
  findVendorWords(file, readFileSync(file, 'utf8'), words).map(
    ({ line, text, kind }) => `${file}:${line} ${kind}: ${text.slice(0, 80)}`,
  );
const files = ['src', 'scripts'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.c?ts$/.test(file))
    .map((file) => join(folder, file)),
);

test("what is Weiban's stands in spec/: read it from the model (scripts/) or from generated/ (src/), or from an answer of the API", () => {
  expect(files.length).toBeGreaterThan(300);
  expect(files.filter((file) => !Object.hasOwn(EXEMPT, file)).flatMap(findingsIn)).toEqual([]);
});

test.each(Object.keys(EXEMPT))('%s still needs its exemption: otherwise delete the row', (file) => {
  expect(findingsIn(file)).not.toEqual([]);
});

const planted: [what: string, text: string, kinds: string[]][] = [
  ['a path', "call('/open-api/tag/list');", ['path']],
  ['a path in a template', `call(\`\${base}/open-api/\${path}\`);`, ['path']],
  ['a path in a regular expression', 'const own = /^\\/open-api\\//;', ['path']],
  ['a path below the prefix', "call('tag/list');", ['path']],
  ['the server', "call('https://open.weibanzhushou.com');", ['server']],
  ['an operationId', "call('tagList');", ['operationId']],
  ['an operationId as a key', 'const rows = { tagList: 1 };', ['operationId']],
  ['the code of an error', 'if (code === 10053) wait();', ["error's code"]],
  ['the name of an error', "if (name === 'CallRateLimitExceeded') wait();", ["error's name"]],
  ['a limit', 'const perHour = 36_000;', ['limit']],
  ['a licence', "const seats = ['marketing', '营销'];", ['licence', 'licence']],
  ["an envelope's field", "body.errcode ?? body['status_code'];", ["envelope's field", "envelope's field"]],
  ["the token's argument", 'const sent = { corp_id: id };', ["token's name"]],
  ["the token's place", "query.set('access_token', token);", ["token's name"]],
  ['a comment', '// such as /open-api/tag/list and errcode 10053\nconst a = 1;', []],
  ['public names', 'createWeiban({ secret: env.WEIBAN_SECRET }); const HOUR = 3600;', []],
  ['a module', "import { read } from './open-api.ts';", []],
];

test.each(planted)('the rule reads %s', (_, text, kinds) => {
  expect(findVendorWords('planted.ts', text, words).map(({ kind }) => kind)).toEqual(kinds);
});
