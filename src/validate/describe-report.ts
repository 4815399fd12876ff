import type { AnswerReport, Departure } from './report.ts';

/** One departure as a line: `/total is string, integer is specified`. */
export function describeDeparture({ kind, at, expected, got, count, of }: Departure): string {
  const place = at || 'the answer';
  const often = of > 1 ? ` (in ${count} of ${of})` : '';
  switch (kind) {
    case 'missing':
      return `${place} is missing, ${expected} is specified${often}`;
    case 'mistyped':
    case 'wrong-value':
      return `${place} is ${got}, ${expected} is specified${often}`;
    case 'undocumented':
      return `${place} is not documented, ${got} arrived${often}`;
    case 'new-value':
      return `${place} is a new value (${got}); documented: ${expected}${often}`;
  }
}

/** A report as text, a line for each departure; it holds no value of the answer. */
export function describeReport({ operation, departures }: AnswerReport): string {
  if (departures.length === 0) return `${operation} answers as specified.`;
  const lines = departures.map((each) => `\n  ${each.severity.padEnd(5)} ${describeDeparture(each)}`);
  const places = departures.length === 1 ? 'one place' : `${departures.length} places`;
  return `${operation} departs from the specification in ${places}:${lines.join('')}`;
}
