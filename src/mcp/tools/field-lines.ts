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

/** How lines are written. */
export interface LineStyle {
  readonly language: TextLanguage;
  /** Whether the first sentence of each meaning is enough. */
  readonly isShort: boolean;
}

/** The arguments of an operation, and the fields of those that are objects. */
export function argumentLines(parameters: readonly Parameter[], style: LineStyle): Lines {
  return Object.fromEntries(
    parameters.flatMap(({ name, schema, isRequired, description, facts }) => [
      [name, lineOf({ type: typeWord(schema), isRequired, description, facts }, style)] as const,
      ...below(schemaFields(schema, style.language), `${name}.`, style, true),
    ]),
  );
}

/** The fields of an answer or of its rows. */
export function resultLines(fields: readonly SchemaField[], style: LineStyle): Lines {
  return Object.fromEntries(below(fields, '', style, false));
}

function below(
  fields: readonly SchemaField[],
  prefix: string,
  style: LineStyle,
  isArgument: boolean,
): (readonly [name: string, line: string])[] {
  return fields.flatMap((field) => [
    [
      `${prefix}${field.name}`,
      lineOf({ ...field, isRequired: isArgument && field.isRequired }, style),
    ] as const,
    ...below(field.fields, `${prefix}${field.name}.`, style, isArgument),
  ]);
}

interface Value {
  readonly type: string;
  readonly isRequired: boolean;
  readonly description: string;
  readonly facts: ValueFacts;
}

function lineOf({ type, isRequired, description, facts }: Value, { language, isShort }: LineStyle): string {
  const { unit, limits, default: usual, values } = facts;
  const parts = [
    unit === undefined || type.includes(unit) ? type : `${type} (${unit})`,
    isRequired ? 'required' : '',
    ...limits.map(([keyword, value]) => `${keyword} ${value}`),
    usual === undefined ? '' : `default ${JSON.stringify(usual)}`,
    values.length === 0 ? '' : `one of ${values.join('; ')}`,
  ];
  const separator = language === 'zh' ? '：' : ': ';
  const meaning = isShort ? firstSentence(description) : description;
  return [parts.filter(Boolean).join(', '), meaning].filter(Boolean).join(separator);
}

/** The lines of the given names and of what is below them. */
export function chosenLines(lines: Lines, names: readonly string[]): Lines {
  return Object.fromEntries(
    Object.entries(lines).filter(([name]) =>
      names.some((given) => name === given || name.startsWith(`${given}.`)),
    ),
  );
}

/** The first sentence of a text, without the full stop. */
function firstSentence(text: string): string {
  return text.split(/[。；]|[.;]\s/)[0] ?? text;
}
