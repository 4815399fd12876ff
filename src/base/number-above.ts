import { WeibanConfigError } from './errors.ts';

/**
 * Checks that an option is a number above a bound, and returns it. `operation` is the call that it belongs to.
 *
 * @throws WeibanConfigError if it is not.
 */
export function numberAbove(bound: number, option: string, value: number, operation?: string): number {
  if (typeof value === 'number' && value > bound) return value;
  throw new WeibanConfigError(
    `${operation ? `${operation}: ` : ''}${option} is ${value}; give a number above ${bound}.`,
    { operation },
  );
}
