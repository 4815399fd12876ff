import { WeibanConfigError } from './errors.ts';

/**
 * Checks that an option is a number above a bound, and returns it.
 *
 * @throws WeibanConfigError if it is not.
 */
export function numberAbove(bound: number, option: string, value: number): number {
  if (value > bound) return value;
  throw new WeibanConfigError(`${option} is ${value}; give a number above ${bound}.`);
}
