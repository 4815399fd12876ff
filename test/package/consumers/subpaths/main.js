// Every subpath loads in both forms of the package and has the same exports in both. The optional peers are installed.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createWeiban } from 'weiban-openapi';
import { createFileStore } from 'weiban-openapi/file';

const require = createRequire(import.meta.url);
const { name, version, exports, bin = {} } = require('weiban-openapi/package.json');
let modules = 0;
for (const [subpath, target] of Object.entries(exports)) {
  if (typeof target === 'string') {
    assert(readFileSync(require.resolve(name + subpath.slice(1))).length > 0, subpath);
    continue;
  }
  const imported = Object.keys(await import(name + subpath.slice(1))).sort();
  const required = Object.keys(require(name + subpath.slice(1))).sort();
  assert.deepEqual(required, imported, subpath);
  assert(imported.length > 0 || subpath === './types', `${subpath} offers nothing`);
  modules += 1;
}

for (const command of Object.keys(bin))
  assert.equal(
    execFileSync(`node_modules/.bin/${command}`, ['--version'], { encoding: 'utf8' }).trim(),
    version,
  );

const weiban = createWeiban({ baseUrl: process.env.WEIBAN_URL, tokens: createFileStore('tokens.json') });
await weiban.opportunity.one({ serial_number: 'SJ20240305' });
assert.match(readFileSync('tokens.json', 'utf8'), /token-/);

const commands = Object.keys(bin).length;
console.log(`${modules} subpaths as ESM and CommonJS, ${commands} command(s), a token in a file`);
