import type { DepartureKind } from './report.ts';

/** Names that lead from the root of an answer to a place; `*` for any item of a list or any member of a map. */
export type Path = readonly string[];

/** One departure in one place, before equal departures are merged. */
export interface Sighting {
  readonly kind: DepartureKind;
  readonly path: Path;
  readonly expected: string;
  readonly got: string;
}
