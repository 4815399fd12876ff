/** What to do when the documentation changes. */
export { runDocs } from './command-line.ts';
