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

const STYLES = {
  o: ['offset', 'limit', 'offset', '0'],
  p: ['page', 'page_size', 'page_no', '1'],
  c: ['cursor', 'limit', 'cursor', undefined],
} as const;

/** Whether the row is that of a list. */
export function isPaged(row: string): boolean {
  return row.includes(' p=');
}

/** Reads the token `p=` of a list's row; the grammar is described where the rows are written, `scripts/generate/`. */
export function parsePaging(row: string): Paging {
  const token = / p=(\S+)/.exec(row)?.[1] ?? '';
  const [letter, items = '', total = '', more = '', next = '', size, position, first] = token
    .split(',')
    .map(decodeURIComponent);
  // Sound because the generator writes these letters and no others.
  const [style, usualSize, usualPosition, usualFirst] = STYLES[letter as keyof typeof STYLES];
  const begin = first || usualFirst;
  return {
    style,
    items,
    total,
    more,
    next,
    size: size || usualSize,
    position: position || usualPosition,
    first: begin === undefined ? undefined : Number(begin),
  };
}
