import {
  isJsonParameter,
  isRequiredParameter,
  oneOfRequired,
  parameterSchema,
  planArguments,
} from '../../generate/arguments.ts';
import type { Model, Operation } from '../../spec/model.ts';
import type { Schema } from '../../spec/openapi.ts';
import type { Words } from '../words.ts';
import { type ConditionView, conditionViews } from './conditions.ts';
import { type CorrectionView, correctionViews } from './corrections.ts';
import { type ErrorView, errorView } from './error-view.ts';
import { type FieldSource, type FieldView, fieldTree, fieldView } from './field-view.ts';
import { methodName } from './samples.ts';
import { type PageView, pageOf, titleOf } from './titles.ts';

/** Everything that the page of an operation says, apart from its code samples. */
export interface OperationView {
  readonly id: string;
  readonly title: string;
  /** Left out if the title says it. */
  readonly summary?: string;
  readonly description?: string;
  readonly method: string;
  readonly path: string;
  /** The method of the client: `opportunity.one`. */
  readonly call: string;
  readonly isDeprecated?: true;
  readonly arguments: readonly FieldView[];
  /** Where all arguments are sent; left out if there are several places, which the arguments then name. */
  readonly sentIn?: string;
  /** The arguments of which a call needs at least one. */
  readonly atLeastOne: readonly string[];
  readonly result: readonly FieldView[];
  readonly errors: readonly ErrorView[];
  readonly conditions: readonly ConditionView[];
  readonly corrections: readonly CorrectionView[];
  /** The vendor's page. */
  readonly page?: PageView;
}

/** What the page of an operation says. The model has the texts of the page's language. */
export function operationView(model: Model, operation: Operation, words: Words): OperationView {
  const { object } = operation;
  const seen: [string, Schema][] = [];
  const source: FieldSource = { model, words, seen: (path, schema) => seen.push([path, schema]) };
  const title = titleOf(operation, words.language);
  const summary = object.summary ?? '';
  const page = pageOf(model, object);
  return {
    id: operation.id,
    title,
    ...(stem(summary) !== stem(title) && { summary }),
    ...(object.description !== undefined && { description: object.description.trim() }),
    method: operation.method.toUpperCase(),
    path: operation.path,
    call: methodName(operation),
    ...(object.deprecated === true && { isDeprecated: true }),
    ...argumentViews(source, operation),
    atLeastOne: oneOfRequired(model, operation),
    result: fieldTree(source, operation.result, 'result'),
    errors: operation.errors.map(({ name }) => errorView(model, name, words.language)),
    conditions: conditionViews(model, operation, words),
    corrections: correctionViews(model, operation, seen, words),
    ...(page !== undefined && { page }),
  };
}

/** A title and a summary that differ in their full stop say the same. */
function stem(text: string): string {
  return text.trim().replace(/[.。]$/, '');
}

function argumentViews(
  source: FieldSource,
  operation: Operation,
): Pick<OperationView, 'arguments' | 'sentIn'> {
  const { parameters, bodyFields, wholeBody } = planArguments(source.model, operation);
  const body = bodyFields ?? (wholeBody && { properties: { body: wholeBody }, required: ['body'] });
  const ofBody = fieldTree(source, body, 'argument');
  // A place is of interest only where arguments have several.
  const places = new Set<string>([
    ...parameters.map((parameter) => parameter.in),
    ...(ofBody.length > 0 ? ['body'] : []),
  ]);
  const [only] = places.size === 1 ? places : [];
  const placed = (field: FieldView, marks: readonly string[]): FieldView =>
    marks.length === 0 ? field : { ...field, marks: [...marks, ...(field.marks ?? [])] };
  const nameOf = (place: string) => source.words.places[place] ?? place;
  const markOf = (place: string) => (only === undefined ? [nameOf(place)] : []);
  const ofParameters = parameters.map((parameter) => {
    const { key, name, in: place } = parameter;
    // Corrections of a parameter are on the parameter itself, not on its schema.
    const corrects = parameter['x-corrects'];
    const schema = {
      ...parameterSchema(parameter),
      ...(corrects !== undefined && { 'x-corrects': corrects }),
    };
    source.seen?.(key, schema);
    const field = fieldView(source, key, `argument.${key}`, schema, isRequiredParameter(parameter));
    const sent = key === name ? [] : [name];
    return placed(field, [...markOf(place), ...sent, ...(isJsonParameter(parameter) ? ['JSON'] : [])]);
  });
  return {
    arguments: [...ofParameters, ...ofBody.map((field) => placed(field, markOf('body')))],
    ...(only !== undefined && { sentIn: nameOf(only) }),
  };
}
