import type { Model, Operation } from '../spec/model.ts';
import { isObject } from '../spec/openapi.ts';
import type { VectorSubject } from '../spec/vectors.ts';
import { pagingArguments } from './paging.ts';

/** What the cases of a subject refer to and the specification knows: other languages find it nowhere else. */
export const VECTOR_FACTS: Readonly<Partial<Record<VectorSubject, (model: Model) => object>>> = {
  answers: envelopeFacts,
  limits: limitFacts,
  paging: pagingFacts,
};

/** The fields of each envelope, and the operations that have another one than the first. */
function envelopeFacts({ envelopes, operations }: Model): object {
  const [usual] = Object.keys(envelopes);
  const rows = Object.entries(envelopes).map(([name, { code, message, ok, flag }]) => [
    name,
    {
      code,
      message,
      ok,
      flag,
      ...(name !== usual && {
        operations: idsOf(operations, ({ envelope }) => envelope?.name === name),
      }),
    },
  ]);
  return { envelopes: Object.fromEntries(rows) };
}

/** The limits of a company, and the operations of each class but the one that most have. */
function limitFacts({ document, operations }: Model): object {
  const given = isObject(document['x-limits']) ? document['x-limits'] : {};
  const { company, code: inFlightCode } = isObject(given.in_flight) ? given.in_flight : {};
  const { code: windowCode, ...classes } = isObject(given.windows) ? given.windows : {};
  const others = Object.keys(classes).filter((name) => name !== 'read');
  return {
    inFlight: company,
    classes,
    codes: { inFlight: inFlightCode, window: windowCode },
    operations: Object.fromEntries(
      others.map((name) => [name, idsOf(operations, ({ limit }) => limit === name)]),
    ),
  };
}

/** Each kind of paging with its arguments and its lists, by the style and by what an answer says of the rest. */
function pagingFacts({ operations }: Model): object {
  const kinds = new Map<string, { arguments: object; lists: Record<string, object> }>();
  for (const operation of operations) {
    if (operation.pagination === undefined) continue;
    const { style, items: rows, total, more, next } = operation.pagination;
    const said = { total, more, next };
    const name = [style, ...Object.entries(said).flatMap(([part, path]) => (path ? part : []))].join('-');
    const own = pagingArguments(operation.pagination);
    const kind = kinds.get(name) ?? { arguments: own, lists: {} };
    const isUsual = JSON.stringify(kind.arguments) === JSON.stringify(own);
    kind.lists[operation.id] = { rows, ...said, ...(!isUsual && { arguments: own }) };
    kinds.set(name, kind);
  }
  return { kinds: Object.fromEntries([...kinds].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

function idsOf(operations: readonly Operation[], isWanted: (operation: Operation) => boolean): string[] {
  return operations.filter(isWanted).map(({ id }) => id);
}
