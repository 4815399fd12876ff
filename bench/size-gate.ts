// npm run size: what a release may weigh. The limits are what was measured when they were last set and a twentieth; whoever
// raises one says in the commit what for.
import { readFileSync } from 'node:fs';
import { size } from './size.ts';
import { judgeSizes, type SizeLimits } from './support/judge-sizes.ts';

const limits: SizeLimits = JSON.parse(readFileSync(new URL('size-limits.json', import.meta.url), 'utf8'));
const { lines, isOver } = judgeSizes(await size(), limits);
console.log(lines.join('\n'));
process.exitCode = isOver ? 1 : 0;
