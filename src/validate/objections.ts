import type { AnswerSchema, Objection, Validator } from '../../generated/validators/index.ts';
import { fieldOf, follow } from './follow.ts';
import type { Path, Sighting } from './sighting.ts';
import { typeInWords, typeOf, valueOrType, valuesInWords } from './type-of.ts';

/** Finds what the validator rejects in an answer: missing fields, wrong types, and values that are not allowed. */
export function objectionsTo(
  validator: Validator,
  answer: unknown,
  large: ReadonlySet<unknown>,
): readonly Sighting[] {
  if (validator(answer)) return [];
  const errors = validator.errors ?? [];
  const mistyped = new Set(errors.filter(isOfType).map(({ instancePath }) => instancePath));
  // A value of the wrong type is not an allowed value either; it is reported once.
  return errors
    .filter((error) => isOfType(error) || error.keyword === 'required' || !mistyped.has(error.instancePath))
    .map((error) => sightingOf(error, validator.schema, answer, large));
}

function isOfType({ keyword }: Objection): boolean {
  return keyword === 'type';
}

function sightingOf(
  { keyword, params, instancePath }: Objection,
  root: AnswerSchema,
  answer: unknown,
  large: ReadonlySet<unknown>,
): Sighting {
  const { path, value, schema } = locate(instancePath, root, answer);
  if (keyword === 'required') {
    const name = String(params.missingProperty);
    const field = follow(fieldOf(schema, name) ?? {}, root.$defs ?? {});
    return { kind: 'missing', path: [...path, name], expected: typeInWords(field), got: 'nothing' };
  }
  if (keyword === 'type') {
    const type = params.type as string | readonly string[];
    return { kind: 'mistyped', path, expected: typeInWords({ type }), got: typeOf(value, large) };
  }
  return {
    kind: 'wrong-value',
    path,
    expected: allowedBy(params) ?? keyword,
    got: valueOrType(value, large),
  };
}

function allowedBy({ allowedValue, allowedValues }: Objection['params']): string | undefined {
  if (Array.isArray(allowedValues)) return valuesInWords(allowedValues);
  return allowedValue === undefined ? undefined : valuesInWords([allowedValue]);
}

/**
 * Finds the value and the schema at an instance path. The returned path has `*` for indices and for names
 * that are data.
 */
function locate(instancePath: string, root: AnswerSchema, answer: unknown) {
  const definitions = root.$defs ?? {};
  const path: string[] = [];
  let schema = follow(root, definitions);
  let value = answer;
  for (const part of instancePath.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    const isNamed = !Array.isArray(value) && Object.hasOwn(schema.properties ?? {}, key);
    path.push(isNamed ? key : '*');
    schema = follow((Array.isArray(value) ? schema.items : fieldOf(schema, key)) ?? {}, definitions);
    // A validator only rejects what exists, so the parent of each place is an object or a list.
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return { path: path as Path, value, schema };
}
