/** Builds the package. */
export { runBuild } from './command-line.ts';
