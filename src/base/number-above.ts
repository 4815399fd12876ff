import { WeibanConfigError } from './errors.ts';

/**
 * The value of an option that must be a number above `least`.
 *
 * @throws WeibanConfigError when it is not.
 */
export function numberAbove(least: number, option: string, value: number): number {
  if (value > least) return value;
  throw new WeibanConfigError(`${option} is ${value}; give a number above ${least}.`);
}
