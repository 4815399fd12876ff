/** From the specification to generated/. */
export { runGenerate } from './command-line.ts';
