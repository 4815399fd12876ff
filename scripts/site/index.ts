export { runSite } from './command-line.ts';
