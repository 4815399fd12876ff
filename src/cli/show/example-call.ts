import { followed, isScalar, neededParameters, type Parameter } from '../../catalogue/index.ts';

/** A `weiban call` with the documentation's examples for the required arguments, or for the first one. */
export function exampleCall(
  name: string,
  parameters: readonly Parameter[],
  oneOfRequired: readonly string[] = [],
): string {
  const flags = neededParameters(parameters, oneOfRequired).flatMap(flagsOf);
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

/** A word, quoted for a POSIX shell. */
function quoted(word: string): string {
  return /^[\w./:@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
