import { runRelease } from './release/command-line.ts';

process.exitCode = await runRelease(process.argv.slice(2), { folder: process.cwd(), say: console.log });
