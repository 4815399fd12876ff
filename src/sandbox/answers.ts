import { recorded } from '../../generated/answers.ts';
import { changeAt, parseExact, stringifyExact } from '../base/exact-json.ts';
import type { Endpoint, Endpoints } from './endpoints.ts';
import { isObject, type JsonObject } from './paths.ts';
import { type SandboxPerson, withPerson } from './persons.ts';
import { fillPlaceholders } from './placeholders.ts';
import { hashOf } from './random.ts';
import type { Sampler } from './sample.ts';

/** Gives the successful answers that nothing was remembered for. */
export interface Answers {
  /** A fresh whole answer: the recorded one where there is one, else one made from the schema. */
  answerOf(endpoint: Endpoint): JsonObject;
}

/** What answers are made of. */
interface AnswersOptions {
  readonly sampler: Sampler;
  readonly endpoints: Pick<Endpoints, 'resolve'>;
  readonly persons: () => readonly SandboxPerson[];
  /** Whether recorded answers get persons as well. */
  readonly everywhere: boolean;
  readonly seed: number;
}

/** Answers from recordings first, completed where the recording breaks off, then from schemas. */
export function createAnswers({ sampler, endpoints, persons, everywhere, seed }: AnswersOptions): Answers {
  const made = new Map<string, unknown>();
  return {
    answerOf(endpoint) {
      const { id } = endpoint.operation;
      if (!made.has(id)) made.set(id, wholeAnswer(endpoint, sampler, endpoints));
      const all = everywhere ? persons() : [];
      const person = all[hashOf(seed, id) % Math.max(1, all.length)];
      const answer = made.get(id);
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

/** An answer as JSON text; whole numbers that the specification calls exact are written as the digits that they are. */
export function answerText({ operation }: Endpoint, answer: JsonObject): string {
  for (const path of operation.exactAnswer) {
    changeAt(answer, path, (one) => (/^-?\d+$/.test(String(one)) ? BigInt(String(one)) : one));
  }
  return stringifyExact(answer);
}
