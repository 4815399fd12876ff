import { operations } from '../../generated/operations.ts';
import { requests } from '../../generated/sandbox.ts';
import { parseOperation } from '../../src/base/operation-row.ts';

/** An operation with the example arguments of its documentation. */
export interface ExampleCall {
  readonly id: string;
  readonly row: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly errors: readonly (readonly [code: number, name: string])[];
}

/** Every operation of the specification. */
export const exampleCalls: readonly ExampleCall[] = operations.map((row) => {
  const { id, errors, body: bodyKind } = parseOperation(row);
  const { parameters, body } = JSON.parse(requests[id] ?? '{}');
  const query = parameters.map(({ name, example }: { name: string; example: unknown }) => [name, example]);
  const fields = bodyKind === 'whole' ? { body: body?.example } : body?.example;
  return { id, row, errors, params: { ...Object.fromEntries(query), ...fields } };
});
