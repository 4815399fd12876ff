import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const scripts = readdirSync('dist/assets').map((name) => readFileSync(`dist/assets/${name}`));
const bytes = gzipSync(Buffer.concat(scripts), { level: 9 }).length;
console.log(`bundle ${(bytes / 1000).toFixed(1)} kB gzip`);
