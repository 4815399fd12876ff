/** Makes a release. */
export { createRelease } from './command-line.ts';
