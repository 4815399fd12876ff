import { SpecError } from '../../kit/diagnostic.ts';
import type { Capture } from '../readers/capture.ts';

/**
 * Refuses captures of another vendor's pages: their paths do not start with the base path of the
 * specification.
 * @throws SpecError with a diagnostic for each of them.
 */
export function refuseForeign(captures: readonly Capture[], basePath: string): void {
  const foreign = captures.filter(({ path }) => !path.startsWith(`${basePath}/`));
  if (foreign.length === 0) return;
  throw new SpecError(
    foreign.map(({ from, method, path }) => ({
      code: 'page-foreign',
      message: `${method} ${path} is not below ${basePath}: this page belongs to another API`,
      fix: 'leave the page out; if the API really has another base path, change x-base-path in the root',
      place: { file: from, line: 1, column: 1 },
    })),
  );
}
