import { createAnswers } from './answers.ts';
import type { Endpoint, Endpoints } from './endpoints.ts';
import { createMemory, type IsExample, type Memory, type Remembered } from './memory.ts';
import type { SandboxConfig } from './options.ts';
import { pageOf } from './pages.ts';
import { isObject, type JsonObject, setAt, valueAt } from './paths.ts';
import { makePersons, type SandboxPerson } from './persons.ts';
import { makeRows } from './rows.ts';
import { createSampler } from './sample.ts';

/** Creates the successful answers. */
export interface SandboxData {
  readonly memory: Memory;
  persons(): readonly SandboxPerson[];
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
  const rowsAt = (id: string, at: string, key?: string): unknown[] => {
    const known = valueAt(answerOf(id), at);
    const isPaged = endpoints.byId(id)?.paging !== undefined;
    return makeRows({
      known: Array.isArray(known) ? known : [],
      count: isPaged ? count : 0,
      key,
      persons: persons(),
      everywhere,
    });
  };
  const sampleAt = (id: string, at: string): unknown => {
    const endpoint = endpoints.byId(id);
    return endpoint && valueAt(sampler.sample(endpoint.answer, id), at);
  };
  const memory = createMemory({ answerOf, rowsAt, sampleAt });
  const fixedRows = new Map<string, unknown[]>();

  /** The rows of a list that no write changes. */
  const ownRows = (id: string, at: string): unknown[] => {
    const rows = fixedRows.get(id) ?? rowsAt(id, at);
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
      const listed = memory.list(id, args, isExample);
      const { paging } = endpoint;
      if (paging) pageOf(endpoint, listed?.rows ?? ownRows(id, paging.items), args, answer);
      else if (listed) setAt(answer, listed.at, listed.rows);
      // Rows that no resource remembers are already complete, like the answer that they come from.
      return { body: listed ? complete(answer, endpoint) : answer };
    },
  };
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
