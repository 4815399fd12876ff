/** Records real answers and compares them with the specification. */
export { createRecord } from './command-line.ts';
