import type { Validator } from '../../generated/validators/index.ts';
import { changeAt, parseExact } from '../base/exact-json.ts';
import { additionsIn } from './additions.ts';
import { planOf } from './field-plan.ts';
import { objectionsTo } from './objections.ts';
import type { AnswerReport, Departure } from './report.ts';
import type { Path, Sighting } from './sighting.ts';

/**
 * Compares the text of a successful answer with the specification.
 * @throws SyntaxError if the text is not JSON.
 */
export function examine(operation: string, validator: Validator, text: string): AnswerReport {
  const { value, large } = parseExact(text);
  for (const path of validator.exact) changeAt(value, path, digitsOf);
  const digits = new Set<unknown>(large);
  const sightings = [
    ...objectionsTo(validator, value, digits),
    ...additionsIn(planOf(validator.schema), value, digits),
  ];
  return reportOf(operation, true, departuresIn(value, sightings));
}

/** Creates a report with sorted departures: errors first, then by place. */
export function reportOf(
  operation: string,
  isSuccess: boolean,
  departures: readonly Departure[],
): AnswerReport {
  const isError = ({ severity }: Departure) => severity === 'error';
  return {
    operation,
    isSuccess,
    isValid: !departures.some(isError),
    departures: departures.toSorted(
      (a, b) => Number(isError(b)) - Number(isError(a)) || (a.at < b.at ? -1 : 1),
    ),
  };
}

function digitsOf(found: unknown): unknown {
  return Number.isInteger(found) ? String(found) : found;
}

/** Merges equal sightings and counts them. */
function departuresIn(answer: unknown, sightings: readonly Sighting[]): Departure[] {
  const counted = new Map<string, Departure>();
  for (const { kind, path, expected, got } of sightings) {
    const at = pointer(path);
    const key = [kind, at, got].join(' ');
    const earlier = counted.get(key);
    const severity = kind === 'undocumented' || kind === 'new-value' ? 'info' : 'error';
    counted.set(key, {
      ...(earlier ?? { kind, severity, at, expected, got, of: placesLike(answer, path) }),
      count: (earlier?.count ?? 0) + 1,
    });
  }
  return [...counted.values()];
}

/** Counts the places of a path in an answer: objects that could have its last name, or items if it ends with `*`. */
function placesLike(answer: unknown, path: Path): number {
  const parents = path.slice(0, -1).reduce<readonly unknown[]>(membersNamed, [answer]);
  return path.at(-1) === '*' ? membersNamed(parents, '*').length : parents.length;
}

function membersNamed(values: readonly unknown[], name: string): readonly unknown[] {
  return values.flatMap((value) => {
    if (typeof value !== 'object' || value === null) return [];
    if (name === '*') return Object.values(value);
    return Object.hasOwn(value, name) ? [Reflect.get(value, name)] : [];
  });
}

function pointer(path: Path): string {
  return path.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
