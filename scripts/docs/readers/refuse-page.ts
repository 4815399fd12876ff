import { SpecError } from '../../kit/diagnostic.ts';

/** Refuses a file, or what stands at a place of it, as no page. */
export function refusePage(file: string, message: string, fix: string, line = 1, column = 1): never {
  throw new SpecError([{ code: 'page-form', message, fix, place: { file, line, column } }]);
}
