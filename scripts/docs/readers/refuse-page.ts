import { SpecError } from '../../kit/diagnostic.ts';

/**
 * Refuses a file that is not a page, at a place in it.
 * @throws SpecError always.
 */
export function refusePage(file: string, message: string, fix: string, line = 1, column = 1): never {
  throw new SpecError([{ code: 'page-form', message, fix, place: { file, line, column } }]);
}
