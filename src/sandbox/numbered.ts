/** The number of the first generated row, high enough to collide with no known row. */
const FIRST = 100_000;

/** A value of the same type that contains a number. */
export function numbered(value: unknown, at: number): unknown {
  const number = FIRST + at;
  if (typeof value === 'number') return Math.floor(value / 1e6) * 1e6 + number;
  if (typeof value !== 'string') return number;
  return /\d{6}$/.test(value) ? `${value.slice(0, -6)}${number}` : `${value}-${number}`;
}
