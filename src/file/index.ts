// A token store in a file, for the processes of one machine. Needs Node, and proper-lockfile beside this package.
export { createFileStore } from './file-store.ts';
