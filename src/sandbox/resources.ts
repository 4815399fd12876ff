import { resources } from '../../generated/sandbox.ts';
import type { AnyError } from './known-errors.ts';

/** Where one operation has a resource's rows in its answer. */
interface Listing {
  /** A dotted path in the answer. */
  readonly at: string;
}

/** The arguments that identify a row, by field (dotted paths; a list identifies several rows), or several such sets. */
type Selector = readonly Readonly<Record<string, string>>[];

/** How one operation answers one row. */
export interface Getting {
  readonly by: Selector;
  /** The path of the row in the answer; empty for the answer itself. A list at this path gets all requested rows. */
  readonly at: string;
  /** The error for a row that does not exist. Default: the first documented error whose name ends in `NotFound`. */
  readonly missing?: AnyError;
}

/** How one operation changes rows. */
export interface Changing {
  /** `end` is an update after which operations with the error `ended` of the resource are refused. */
  readonly does: 'create' | 'update' | 'end' | 'remove';
  /** The argument with the list of items to write, if there is one. The paths below are then paths in an item. */
  readonly listAt?: string;
  readonly by?: Selector;
  /** Fields of the row, each with the argument that sets it. An argument with the name of a field sets it, too. */
  readonly set?: Readonly<Record<string, string>>;
  /** A field that has the same generated value in all rows of one call. */
  readonly common?: string;
  /** The path of the row in the answer; empty for the answer itself. */
  readonly at?: string;
  /** The error for a row that does not exist; see {@link Getting}. */
  readonly missing?: AnyError;
}

/** A resource that the sandbox remembers: the operations that list, get and change it. */
export interface Resource {
  readonly key: string;
  /** By operationId. The first list decides the form of a row. */
  readonly lists: Readonly<Record<string, Listing>>;
  readonly gets?: Readonly<Record<string, Getting>>;
  readonly changes?: Readonly<Record<string, Changing>>;
  /** The error of operations that document it, for a row that has ended. */
  readonly ended?: AnyError;
}

/** The resources whose writes are remembered, from `spec/sandbox.yaml`. The rows of all other lists never change. */
export const RESOURCES: readonly Resource[] = resources;
