/** Recordings of real answers, and what they prove. */
export { createRecord } from './command-line.ts';
