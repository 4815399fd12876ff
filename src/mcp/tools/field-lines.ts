import {
  type Parameter,
  type SchemaField,
  schemaFields,
  type TextLanguage,
  typeWord,
  type ValueFacts,
} from '../../catalogue/index.ts';

/** Lines by dotted name: the type of a value, its meaning and its limits. */
export type Lines = Readonly<Record<string, string>>;

/** The arguments of an operation, and the fields of those that are objects. */
export function argumentLines(parameters: readonly Parameter[], language: TextLanguage): Lines {
  return Object.fromEntries(
    parameters.flatMap(({ name, schema, isRequired, description, facts }) => [
      [name, lineOf({ type: typeWord(schema), isRequired, description, facts }, language)] as const,
      ...below(schemaFields(schema, language), `${name}.`, language, true),
    ]),
  );
}

/** The fields of an answer or of its rows. */
export function resultLines(fields: readonly SchemaField[], language: TextLanguage): Lines {
  return Object.fromEntries(below(fields, '', language, false));
}

function below(
  fields: readonly SchemaField[],
  prefix: string,
  language: TextLanguage,
  isArgument: boolean,
): (readonly [name: string, line: string])[] {
  return fields.flatMap((field) => [
    [
      `${prefix}${field.name}`,
      lineOf({ ...field, isRequired: isArgument && field.isRequired }, language),
    ] as const,
    ...below(field.fields, `${prefix}${field.name}.`, language, isArgument),
  ]);
}

interface Value {
  readonly type: string;
  readonly isRequired: boolean;
  readonly description: string;
  readonly facts: ValueFacts;
}

function lineOf({ type, isRequired, description, facts }: Value, language: TextLanguage): string {
  const { unit, limits, default: usual, values } = facts;
  const parts = [
    unit === undefined || type.includes(unit) ? type : `${type} (${unit})`,
    isRequired ? 'required' : '',
    ...limits.map(([keyword, value]) => `${keyword} ${value}`),
    usual === undefined ? '' : `default ${JSON.stringify(usual)}`,
    values.length === 0 ? '' : `one of ${values.join('; ')}`,
  ];
  const separator = language === 'zh' ? '：' : ': ';
  return [parts.filter(Boolean).join(', '), description].filter(Boolean).join(separator);
}

/** The lines of the given names and of what is below them. */
export function chosenLines(lines: Lines, names: readonly string[]): Lines {
  return Object.fromEntries(
    Object.entries(lines).filter(([name]) =>
      names.some((given) => name === given || name.startsWith(`${given}.`)),
    ),
  );
}

/** The lines with the first sentence of each meaning alone. */
export function shortLines(lines: Lines): Lines {
  return Object.fromEntries(Object.entries(lines).map(([name, line]) => [name, firstSentence(line)]));
}

/** The first sentence of a text, without the full stop. */
export function firstSentence(text: string): string {
  return text.split(/[。；]|[.;]\s/)[0] ?? text;
}
