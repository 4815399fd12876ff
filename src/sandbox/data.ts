import { employees } from '../../generated/sandbox.ts';
import { isObject } from '../base/is-object.ts';
import { createAnswers } from './answers.ts';
import type { Endpoint, Endpoints } from './endpoints.ts';
import { createMemory, type IsExample, type Memory, type Remembered, type Select } from './memory.ts';
import type { SandboxConfig } from './options.ts';
import { overlay } from './overlay.ts';
import { pageOf } from './pages.ts';
import { type JsonObject, setAt, valueAt } from './paths.ts';
import { makePersons, type SandboxPerson } from './persons.ts';
import type { Resource } from './resources.ts';
import { makeRows, type Unseen } from './rows.ts';
import { createSampler } from './sample.ts';
import { repeatedFields, selectRows } from './select-rows.ts';
import { variedFields } from './varied-fields.ts';
import type { VariedField } from './vary-rows.ts';

/** How many employees the rows of other lists belong to. */
const STAFF = 8;

/** Creates the successful answers. */
export interface SandboxData {
  readonly memory: Memory;
  persons(): readonly SandboxPerson[];
  /** An answer that is no object, such as a list or a text; undefined if it is one. */
  plainAnswer(endpoint: Endpoint): unknown;
  /** Executes a call and answers it. */
  answer(endpoint: Endpoint, args: JsonObject): Remembered;
  reset(): void;
}

/** The data of a sandbox: remembered rows, lists and their pages, and all other answers. */
export function createData(config: SandboxConfig, endpoints: Endpoints): SandboxData {
  const { seed, rows: count } = config;
  const everywhere = config.persons !== undefined;
  let known: readonly SandboxPerson[] | undefined;
  const persons = () => {
    known ??= makePersons(config.persons ?? Math.max(1, count), seed);
    return known;
  };
  const sampler = createSampler(endpoints, seed);
  const answers = createAnswers({ sampler, endpoints, persons, everywhere, seed });
  const answerOf = (id: string): JsonObject => {
    const endpoint = endpoints.byId(id);
    return endpoint ? answers.answerOf(endpoint) : {};
  };
  const unseen: Unseen = new WeakMap();
  let knownStaff: readonly string[] | undefined;
  /** Rows at a path in the answer of a list, with the fields that these lists filter by. */
  const rowsAt = (
    id: string,
    at: string,
    fields: readonly VariedField[],
    { key, extras = {} }: { readonly key?: string; readonly extras?: JsonObject } = {},
    most = count,
  ): unknown[] => {
    const known = valueAt(answerOf(id), at);
    const isPaged = endpoints.byId(id)?.paging !== undefined;
    return makeRows({
      known: Array.isArray(known) ? known : [],
      count: isPaged ? most : 0,
      key,
      extras,
      variety: { seed, persons: persons(), fields, staffIds },
      unseen,
      everywhere,
    });
  };
  const fieldsOf = (lists: readonly (readonly [id: string, at: string])[]): VariedField[] =>
    variedFields(
      lists.map(([id, at]) => [endpoints.byId(id), at] as const),
      endpoints.resolve,
    );
  /** The ids of the employees that rows belong to: the first of those in the list of employees. */
  const staffIds = (): readonly string[] => {
    const { list, at, key } = employees;
    knownStaff ??= rowsAt(list, at, [], { key }, Math.min(count, STAFF))
      .filter(isObject)
      .map((row) => String(row[key]));
    return knownStaff;
  };
  const rowsOf = ({ key, lists }: Resource, extras: JsonObject): unknown[] => {
    const fields = fieldsOf(Object.entries(lists).map(([id, { at }]) => [id, at]));
    const [[id, { at }] = ['', { at: '' }]] = Object.entries(lists);
    return rowsAt(id, at, fields, { key, extras });
  };
  const now = () => Math.floor(config.clock.now() / 1000);
  const sampleAt = (id: string, at: string): unknown => {
    const endpoint = endpoints.byId(id);
    return endpoint && valueAt(sampler.sample(endpoint.answer, id), at);
  };
  const memory = createMemory({ answerOf, rowsOf, unseen, now, sampleAt });
  const fixedRows = new Map<string, unknown[]>();

  /** The rows of a list that no write changes. */
  const ownRows = (id: string, at: string): unknown[] => {
    const rows = fixedRows.get(id) ?? rowsAt(id, at, fieldsOf([[id, at]]));
    fixedRows.set(id, rows);
    return rows;
  };
  /** Adds the members that only an answer has and a written row may lack. */
  const complete = (body: JsonObject, { answer, operation }: Endpoint): JsonObject => {
    const completed = sampler.complete(body, answer, operation.id, memory.isPut);
    return isObject(completed) ? completed : body;
  };
  return {
    persons,
    memory,
    plainAnswer: answers.plainOf,
    reset() {
      memory.reset();
      fixedRows.clear();
    },
    answer(endpoint, args) {
      const { id } = endpoint.operation;
      const isExample = exampleOf(endpoint, args);
      const acted = memory.act(endpoint.operation, args, isExample);
      if (acted && 'missing' in acted) return acted;
      if (acted) return { body: complete(acted.body, endpoint) };
      const answer = answers.answerOf(endpoint);
      const reader = { ...memory, isExample };
      const select: Select = (rows) => selectRows(endpoint, rows, args, reader);
      const listed = memory.list(id, select);
      const { paging } = endpoint;
      const repeated = repeatedFields(endpoint, args);
      const repeat = (row: unknown) => (isObject(row) ? overlay(row, repeated) : row);
      if (paging) {
        const rows = listed?.rows ?? selectAny(ownRows(id, paging.items), select);
        pageOf(endpoint, rows.map(repeat), args, answer);
      } else if (listed) setAt(answer, listed.at, listed.rows);
      // Rows that no resource remembers are already complete, like the answer that they come from.
      return { body: listed ? complete(answer, endpoint) : answer };
    },
  };
}

/** Selects among rows. What are not objects has no fields to select by. */
function selectAny(rows: readonly unknown[], select: Select): readonly unknown[] {
  return rows.every(isObject) ? select(rows) : rows;
}

/** Whether an argument of a call has the value of the documentation's example. */
export function exampleOf({ request: { parameters, body } }: Endpoint, args: JsonObject): IsExample {
  const examples = isObject(body?.example) ? body.example : {};
  return (path) => {
    const [name = ''] = path.split('.');
    const documented = parameters.find((parameter) => parameter.name === name)?.example ?? examples[name];
    return documented !== undefined && JSON.stringify(args[name]) === JSON.stringify(documented);
  };
}
