/** What a change to the specification means for consumers of the package. */
export { runChanges } from './command-line.ts';
export { compareSurfaces } from './compare-surfaces.ts';
export { type ChangeReport, changelogSection, printReport, reportOf } from './report.ts';
export { stateAt, stateOfTree } from './state.ts';
