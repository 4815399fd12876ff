/** Commands for following the documentation when it changes. */
export { runDocs } from './command-line.ts';
