import { isScalar, type Parameter } from '../call/parameters.ts';
import { followed } from '../specification.ts';

/** A `weiban call` with the documentation's own examples: what is required, or else the first argument. */
export function exampleCall(
  name: string,
  parameters: readonly Parameter[],
  anyOf: readonly string[] = [],
): string {
  const required = parameters.filter((each) => each.isRequired || each.name === anyOf[0]);
  const flags = required.flatMap((parameter) => flagsOf(parameter));
  return ['weiban call', name, ...flags].join(' ');
}

function flagsOf({ name, schema, example }: Parameter): string[] {
  if (example === undefined) return [`--${name} …`];
  const items = schema.items && followed(schema.items);
  const values = Array.isArray(example) && items && isScalar(items) ? example : [example];
  return values.map(
    (value) => `--${name} ${quoted(typeof value === 'string' ? value : JSON.stringify(value))}`,
  );
}

/** A word as a POSIX shell reads it back. */
function quoted(word: string): string {
  return /^[\w./:@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
