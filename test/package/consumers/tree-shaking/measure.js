// Measures what esbuild keeps of the package: one operation includes neither other operations nor the nested client.
import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

async function bundle(entry, minify) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    minify,
  });
  return outputFiles[0].text;
}

const readable = await bundle('one-operation.js', false);
for (const foreign of [
  'createWeiban',
  'createMethods',
  'createClient',
  'tag/batch_update',
  'function describeError',
  'node:',
])
  assert(!readable.includes(foreign), `${foreign} is in the bundle of one operation`);
assert(readable.includes('opportunity/one'));

const size = async (entry) => gzipSync(await bundle(entry, true), { level: 9 }).length;
const single = await size('one-operation.js');
const nested = await size('nested.js');
// The current sizes plus a tenth; the exact limits are in size-limits.json of the package's repository.
assert(single < 12_200, `one operation weighs ${single} bytes`);
assert(nested < 23_300, `the nested client weighs ${nested} bytes`);

const url = `data:text/javascript;base64,${Buffer.from(await bundle('one-operation.js', true)).toString('base64')}`;
const { read } = await import(url);
await read({ baseUrl: process.env.WEIBAN_URL }, { serial_number: 'SJ20240305' });
console.log(`one operation ${(single / 1000).toFixed(1)} kB, nested ${(nested / 1000).toFixed(1)} kB (gzip)`);
