// npm run size: checks the bundle sizes. Each limit was set to the measured size plus 5 %. A commit that raises a limit says
// why.
import { readFileSync } from 'node:fs';
import { size } from './size.ts';
import { judgeSizes, type SizeLimits } from './support/judge-sizes.ts';

const limits: SizeLimits = JSON.parse(readFileSync(new URL('size-limits.json', import.meta.url), 'utf8'));
const { lines, isOver } = judgeSizes(await size(), limits);
console.log(lines.join('\n'));
process.exitCode = isOver ? 1 : 0;
