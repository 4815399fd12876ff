/** The flag for lines of JSON on standard error. It may be anywhere, because errors of the parser need it, too. */
export const JSON_ERRORS = '--json-errors';

/** The words without `--json-errors`, and whether it was among them. What follows `--` is no flag. */
export function takeJsonErrors(given: readonly string[]): {
  readonly hasJsonErrors: boolean;
  readonly argv: readonly string[];
} {
  const end = given.indexOf('--');
  const argv = given.filter((word, at) => word !== JSON_ERRORS || (end !== -1 && at > end));
  return { hasJsonErrors: argv.length < given.length, argv };
}
