/** How a list that is too long for one call is split, read from a row. */
export interface BatchRule {
  /** The argument that holds the list, and how many items one call may hold. */
  readonly argument: string;
  readonly max: number;
  /** The dotted path of the rows in the answer, and the field of a row that holds the item; empty without rows. */
  readonly items: string;
  readonly key: string;
}
