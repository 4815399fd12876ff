/** Generates generated/ from the specification. */
export { runGenerate } from './command-line.ts';
