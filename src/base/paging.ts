/** How a list is paged, read from its row. */
export interface Paging {
  readonly style: 'offset' | 'page' | 'cursor';
  /** Dotted paths in the answer: the rows, the total number of rows, whether more follow, the next cursor. */
  readonly items: string;
  readonly total: string;
  readonly more: string;
  readonly next: string;
  /** The arguments for the size of a page and for its position. */
  readonly size: string;
  readonly position: string;
  /** The position of the first page: 0, the number of its first page, or undefined for a cursor. */
  readonly first: number | undefined;
}
