/** How a list pages, read from its row. */
export interface Paging {
  readonly style: 'offset' | 'page' | 'cursor';
  /** Names in the answer, paths parted by dots: the rows, how many there are in all, whether more follow, the next cursor. */
  readonly items: string;
  readonly total: string;
  readonly more: string;
  readonly next: string;
  /** The argument that says how many rows, and the one that says from where. */
  readonly size: string;
  readonly position: string;
  /** Where the list begins: 0, the number of its first page, or undefined for a cursor. */
  readonly first: number | undefined;
}
