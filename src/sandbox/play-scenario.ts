import { envelopes } from '../../generated/operations.ts';
import { type Clock, sleep } from '../base/clock.ts';
import { answerWith } from '../base/envelope.ts';
import { isObject } from '../base/is-object.ts';
import { type Drift, driftAnswer } from './drift.ts';
import type { Endpoint } from './endpoints.ts';
import { failure, failureCode, refuse } from './failures.ts';
import type { SandboxAnswer, SandboxRequest, Scenario } from './scenarios.ts';

/** The call that a scenario changes, and what the scenario may do. */
interface Scene {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly endpoint: Endpoint | undefined;
  readonly request: SandboxRequest;
  /** Performs the call normally. Has side effects. */
  readonly usual: () => Response;
  /** Begins a limit storm of so many calls, and refuses this one. */
  readonly storm: (calls: number) => Response;
}

/** Answers a call according to a scenario. Rejects with the signal's reason if the caller gives up during a wait. */
export async function playScenario(scenario: Scenario, scene: Scene): Promise<Response> {
  const { clock, signal, usual } = scene;
  if ('error' in scenario) return failure(scenario.error);
  if ('code' in scenario) return failureCode(scenario.code, scenario.message);
  if ('storm' in scenario) return scene.storm(scenario.storm);
  if ('html' in scenario) return htmlPage(scenario.html);
  if ('status' in scenario) {
    return Response.json(await failureCode(-1).json(), { status: scenario.status });
  }
  if ('empty' in scenario) return new Response('');
  if ('reset' in scenario) return Response.error();
  if ('slow' in scenario) {
    await sleep(clock, scenario.slow, signal);
    return usual();
  }
  if ('stall' in scenario) {
    const response = usual();
    return scenario.stall === 'body' ? stalledBody(response) : sleepForEver(signal);
  }
  if ('truncated' in scenario) {
    const text = await usual().text();
    return new Response(text.slice(0, Math.max(1, Math.floor(text.length / 2))), { headers: JSON_TYPE });
  }
  if ('drift' in scenario) return drifted(usual(), scenario.drift, scenario.at, scene);
  if ('answer' in scenario) return ownAnswer(scenario.answer);
  const decided = await scenario.decide(scene.request);
  return decided ? playScenario(decided, scene) : usual();
}

const ENVELOPE_FIELDS = new Set(
  Object.values(envelopes).flatMap(([code, message, , flag]) => [
    `/${code}`,
    `/${message}`,
    `/${flag ?? ''}`,
  ]),
);
// The cast is safe because the result is an object.
const SUCCESS = answerWith({ envelope: Object.keys(envelopes)[0] ?? '' }, {}) as object;
const JSON_TYPE = { 'content-type': 'application/json' };

function htmlPage(status: number): Response {
  const text = `<html><head><title>${status}</title></head><body><h1>${status}</h1><hr>nginx</body></html>`;
  return new Response(text, { status, headers: { 'content-type': 'text/html' } });
}

function sleepForEver(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** A response whose body starts and never ends. */
async function stalledBody(response: Response): Promise<Response> {
  const text = await response.text();
  const begin = new TextEncoder().encode(text.slice(0, 8));
  const body = new ReadableStream({ start: (controller) => controller.enqueue(begin) });
  return new Response(body, { headers: JSON_TYPE });
}

async function drifted(
  response: Response,
  drift: Drift,
  at: string | undefined,
  { endpoint }: Scene,
): Promise<Response> {
  const answer: unknown = JSON.parse(await response.text());
  if (!isObject(answer)) return refuse(400, 'The answer is not a JSON object, so it cannot drift.');
  const isKnown = (pointer: string, value: unknown) =>
    !ENVELOPE_FIELDS.has(pointer) &&
    (drift === 'rename' || drift === 'missing' ? true : typeof value !== 'object' || value === null);
  const done = driftAnswer(answer, drift, at, isKnown);
  if (done.at === undefined) {
    const what = at === undefined ? 'no field' : `no field at ${at}`;
    return refuse(400, `The answer of ${endpoint?.operation.id} has ${what} that can drift.`);
  }
  return Response.json(done.answer, { headers: { 'x-sandbox-drift': encodeURI(`${drift} ${done.at}`) } });
}

function ownAnswer({ status = 200, headers, body = SUCCESS }: SandboxAnswer): Response {
  const isText = typeof body === 'string';
  return new Response(isText ? body : JSON.stringify(body), {
    status,
    headers: { 'content-type': isText ? 'text/html' : 'application/json', ...headers },
  });
}
