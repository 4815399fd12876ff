import { createAnswers } from './answers.ts';
import type { Endpoint, Endpoints } from './endpoints.ts';
import { createMemory, type IsExample, type Memory, type Remembered } from './memory.ts';
import type { SandboxConfig } from './options.ts';
import { pageOf } from './pages.ts';
import { isObject, type JsonObject, setAt, valueAt } from './paths.ts';
import { makePersons, type SandboxPerson } from './persons.ts';
import { makeRows } from './rows.ts';
import { createSampler } from './sample.ts';

/** The successful answers. */
export interface SandboxData {
  readonly memory: Memory;
  persons(): readonly SandboxPerson[];
  /** Does what a call asks for and answers it. */
  answer(endpoint: Endpoint, args: JsonObject): Remembered;
  reset(): void;
}

/** The data of a sandbox: what is remembered, lists and their pages, and the rest. */
export function createData(config: SandboxConfig, endpoints: Endpoints): SandboxData {
  const { seed, rows: count } = config;
  const everywhere = config.persons !== undefined;
  let made: readonly SandboxPerson[] | undefined;
  const persons = () => {
    made ??= makePersons(config.persons ?? Math.max(1, count), seed);
    return made;
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
  const memory = createMemory({ answerOf, rowsAt });
  const others = new Map<string, unknown[]>();

  /** The rows of a list that no write changes. */
  const ownRows = (id: string, at: string): unknown[] => {
    const rows = others.get(id) ?? rowsAt(id, at);
    others.set(id, rows);
    return rows;
  };
  /** What was written may lack what only an answer has. */
  const whole = (body: JsonObject, { answer, operation }: Endpoint): JsonObject => {
    const completed = sampler.complete(body, answer, operation.id, memory.isPut);
    return isObject(completed) ? completed : body;
  };
  return {
    persons,
    memory,
    reset() {
      memory.reset();
      others.clear();
    },
    answer(endpoint, args) {
      const { id } = endpoint.operation;
      const isExample = exampleOf(endpoint, args);
      const acted = memory.act(endpoint.operation, args, isExample);
      if (acted && 'missing' in acted) return acted;
      if (acted) return { body: whole(acted.body, endpoint) };
      const answer = answers.answerOf(endpoint);
      const listed = memory.list(id, args, isExample);
      const { paging } = endpoint;
      if (paging) pageOf(endpoint, listed?.rows ?? ownRows(id, paging.items), args, answer);
      else if (listed) setAt(answer, listed.at, listed.rows);
      // Rows of its own are as whole as the answer that they were made from.
      return { body: listed ? whole(answer, endpoint) : answer };
    },
  };
}

function exampleOf({ request: { parameters, body } }: Endpoint, args: JsonObject): IsExample {
  const examples = isObject(body?.example) ? body.example : {};
  return (path) => {
    const [name = ''] = path.split('.');
    const documented = parameters.find((one) => one.name === name)?.example ?? examples[name];
    return documented !== undefined && JSON.stringify(args[name]) === JSON.stringify(documented);
  };
}
