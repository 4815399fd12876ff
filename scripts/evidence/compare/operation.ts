import type { Spec } from '../../spec/load.ts';
import type { Envelope } from '../../spec/openapi.ts';
import { PARAMETER_KEYS, PARAMETER_PLACES, type ParameterPlace } from '../facts/facts.ts';
import { envelopeNamed } from '../facts/result.ts';
import { compareAnswers } from './answers.ts';
import type { Compared } from './compared.ts';
import { compareContent } from './content.ts';
import { type Comparing, compareField, recordMissing, recordUndocumented } from './fields.ts';
import type { Operation } from './operations.ts';
import type { Reasoned } from './reasoned.ts';

/** What {@link compareOperation} needs from the specification. */
export interface ComparisonInput {
  readonly spec: Spec;
  readonly reasoned: Reasoned;
  readonly envelopes: Readonly<Record<string, Envelope>>;
  /** Top-level field names of an answer that belong to an envelope. */
  readonly ignored: ReadonlySet<string>;
  /** Whether a parameter is a credential: neither the facts nor the specification list it. */
  readonly isCredential: (place: string, name: string) => boolean;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Compares an operation with its page: parameters, request body and answer. Returns nothing if it has no facts. */
export function compareOperation(
  { spec, reasoned, envelopes, ignored, isCredential }: ComparisonInput,
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
  const { located, body } = operation;
  compareContent(comparing('request'), {
    content: page.body,
    schema: body?.schema,
    holder: located,
    where: 'body',
    ignored: NOTHING,
  });
  const envelope = envelopeNamed(envelopes, located.value['x-envelope']);
  compareAnswers(comparing('answer'), operation, { envelope, ignored });
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
