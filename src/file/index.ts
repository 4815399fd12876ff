// A token store in a file, for the processes of one machine. Needs Node and the package proper-lockfile.
export { createFileStore } from './file-store.ts';
