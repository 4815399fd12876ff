import { recorded } from '../../generated/answers.ts';
import { changeAt, parseExact, stringifyExact } from '../base/exact-json.ts';
import { isObject } from '../base/is-object.ts';
import type { Endpoint, Endpoints } from './endpoints.ts';
import type { JsonObject } from './paths.ts';
import { type SandboxPerson, withPerson } from './persons.ts';
import { fillPlaceholders } from './placeholders.ts';
import { hashOf } from './random.ts';
import type { Sampler } from './sample.ts';

/** Creates the successful answers that do not come from the memory. */
export interface Answers {
  /** A new complete answer: the recorded one if there is one, otherwise one sampled from the schema. */
  answerOf(endpoint: Endpoint): JsonObject;
  /** A new answer that is no object, such as a list or a text; undefined if it is one. */
  plainOf(endpoint: Endpoint): unknown;
}

/** The sources of answers. */
interface AnswersOptions {
  readonly sampler: Sampler;
  readonly endpoints: Pick<Endpoints, 'resolve'>;
  readonly persons: () => readonly SandboxPerson[];
  /** Whether recorded answers get the data of persons, too. */
  readonly everywhere: boolean;
  readonly seed: number;
}

/** Answers from recordings, with missing members completed, or from schemas if there is no recording. */
export function createAnswers({ sampler, endpoints, persons, everywhere, seed }: AnswersOptions): Answers {
  const known = new Map<string, unknown>();
  const knownOf = (endpoint: Endpoint) => {
    const { id } = endpoint.operation;
    if (!known.has(id)) known.set(id, wholeAnswer(endpoint, sampler, endpoints));
    return known.get(id);
  };
  return {
    plainOf(endpoint) {
      const answer = knownOf(endpoint);
      return isObject(answer) ? undefined : structuredClone(answer);
    },
    answerOf(endpoint) {
      const { id } = endpoint.operation;
      const all = everywhere ? persons() : [];
      const person = all[hashOf(seed, id) % Math.max(1, all.length)];
      const answer = knownOf(endpoint);
      const copy = person ? withPerson(answer, person) : structuredClone(answer);
      return isObject(copy) ? copy : {};
    },
  };
}

function wholeAnswer(
  { operation: { id }, answer }: Endpoint,
  sampler: Sampler,
  endpoints: Pick<Endpoints, 'resolve'>,
): unknown {
  const text = Object.hasOwn(recorded, id) ? recorded[id] : undefined;
  if (text === undefined) return sampler.sample(answer, id);
  const filled = fillPlaceholders(parseExact(text).value, answer, id, sampler, endpoints);
  return sampler.complete(filled, answer, id);
}

/** An answer as JSON text. Exact integers are written as numbers with all their digits. */
export function answerText({ operation }: Endpoint, answer: unknown): string {
  for (const path of operation.exactAnswer) {
    changeAt(answer, path, (value) => (/^-?\d+$/.test(String(value)) ? BigInt(String(value)) : value));
  }
  return stringifyExact(answer);
}
