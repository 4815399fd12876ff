import type { AnswerReport, Departure } from './report.ts';

/** Describes a departure in one line: `/total is string, expected integer`. */
export function describeDeparture({ kind, at, expected, got, count, of }: Departure): string {
  const place = at || 'the answer';
  const often = of > 1 ? ` (in ${count} of ${of})` : '';
  switch (kind) {
    case 'missing':
      return `${place} is missing, expected ${expected}${often}`;
    case 'mistyped':
    case 'wrong-value':
      return `${place} is ${got}, expected ${expected}${often}`;
    case 'undocumented':
      return `${place} is not documented, got ${got}${often}`;
    case 'new-value':
      return `${place} has a new value (${got}); documented: ${expected}${often}`;
  }
}

/** Describes a report as text, one line for each departure. The text contains no value of the answer. */
export function describeReport({ operation, departures }: AnswerReport): string {
  if (departures.length === 0) return `${operation} answers as specified.`;
  const lines = departures.map(
    (departure) => `\n  ${departure.severity.padEnd(5)} ${describeDeparture(departure)}`,
  );
  const places = departures.length === 1 ? 'one place' : `${departures.length} places`;
  return `${operation} departs from the specification in ${places}:${lines.join('')}`;
}
