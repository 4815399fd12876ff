import type { Spec } from '../../spec/load.ts';
import { contentFields, exampleParents } from '../facts/example-evidence.ts';
import { type FactContent, PARAMETER_KEYS, PARAMETER_PLACES, type ParameterPlace } from '../facts/facts.ts';
import type { Compared } from './compared.ts';
import {
  type Comparing,
  compareField,
  compareObject,
  innermost,
  recordMissing,
  recordUndocumented,
} from './fields.ts';
import type { Located } from './located.ts';
import type { Operation } from './operations.ts';
import type { Reasoned } from './reasoned.ts';

/** What {@link compareOperation} needs from the specification. */
export interface ComparisonInput {
  readonly spec: Spec;
  readonly reasoned: Reasoned;
  /** Top-level field names of an answer that belong to an envelope. */
  readonly ignored: ReadonlySet<string>;
  /** Whether a parameter is a credential: neither the facts nor the specification list it. */
  readonly isCredential: (place: string, name: string) => boolean;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Compares an operation with its page: parameters, request body and every answer. Returns nothing if it has no facts. */
export function compareOperation(
  { spec, reasoned, ignored, isCredential }: ComparisonInput,
  operation: Operation,
): Compared[] {
  const page = operation.facts?.page;
  if (page === undefined) return [];
  const found: Compared[] = [];
  const comparing = (direction: Comparing['direction']): Comparing => ({
    spec,
    reasoned,
    url: operation.url,
    method: operation.method,
    page: page.page,
    direction,
    record: (compared) => found.push(compared),
  });
  compareParameters(comparing('request'), operation, isCredential);
  const { located, body, answer, answers } = operation;
  compareContent(comparing('request'), {
    content: page.body,
    schema: body?.schema,
    holder: located,
    where: 'body',
    ignored: NOTHING,
  });
  compareContent(comparing('answer'), {
    content: page.response,
    schema: answer,
    holder: located,
    where: 'answer',
    ignored,
  });
  for (const [status, content] of Object.entries(page.other_responses ?? {})) {
    // Where an envelope says what failed, the HTTP status says nothing.
    if (ignored.size > 0 && !answers.has(status)) continue;
    compareContent(comparing('answer'), {
      content,
      schema: answers.get(status),
      holder: located,
      where: `answer ${status}`,
      ignored,
    });
  }
  return found;
}

function compareParameters(
  comparing: Comparing,
  operation: Operation,
  isCredential: ComparisonInput['isCredential'],
): void {
  for (const place of PARAMETER_PLACES)
    compareParametersIn(comparing, operation, place, (name) => isCredential(place, name));
}

function compareParametersIn(
  comparing: Comparing,
  operation: Operation,
  place: ParameterPlace,
  isCredential: (name: string) => boolean,
): void {
  const listed = operation.facts?.page[PARAMETER_KEYS[place]] ?? [];
  const fields = listed.filter((field) => !isCredential(field.name));
  const parameters = operation.parameters.filter(
    (parameter) => parameter.in === place && !isCredential(parameter.name),
  );
  for (const field of fields) {
    const where = `${place} ${field.name}`;
    const parameter = parameters.find(({ name }) => name === field.name);
    if (parameter === undefined) {
      const omission = comparing.reasoned
        .omissionsOn(operation.located)
        .find(({ name }) => name === field.name);
      recordMissing(comparing, {
        where,
        at: operation.located,
        omission,
        missing: { field, siblings: fields, parents: [] },
      });
      continue;
    }
    const { schema, located } = parameter;
    const holders = schema === undefined ? [located] : [located, schema];
    compareField(comparing, field, {
      schema,
      where,
      holders,
      required: located.value.required === true,
      parents: [],
    });
  }
  for (const { name, located, schema } of parameters) {
    const isListed = fields.some((field) => field.name === name);
    if (!isListed)
      recordUndocumented(comparing, {
        where: `${place} ${name}`,
        holders: schema === undefined ? [located] : [located, schema],
      });
  }
}

/** A body or an answer on a page, and the schema to compare it with. */
export interface ContentLevel {
  readonly content: FactContent | undefined;
  readonly schema: Located | undefined;
  /** The operation, which would hold the content if the specification had it. */
  readonly holder: Located;
  readonly where: string;
  readonly ignored: ReadonlySet<string>;
}

/** Compares a body or an answer with the fields that its page lists. */
export function compareContent(
  comparing: Comparing,
  { content, schema, holder, where, ignored }: ContentLevel,
): void {
  const fields = contentFields(content);
  if (schema !== undefined) {
    const parents = exampleParents(content?.example);
    // Of a list, the facts describe the items.
    const inner = innermost(comparing.spec, schema);
    compareObject(comparing, { fields, schema: inner, parents, where, ignored });
    return;
  }
  for (const field of fields.filter(({ name }) => !ignored.has(name))) {
    const omission = comparing.reasoned.omissionsOn(holder).find(({ name }) => name === field.name);
    recordMissing(comparing, {
      where: `${where} ${field.name}`,
      at: holder,
      omission,
      missing: { field, siblings: fields, parents: exampleParents(content?.example) },
    });
  }
}
