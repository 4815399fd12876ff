import { answerText } from './answers.ts';
import { type Catalogue, type Endpoint, openCatalogue } from './catalogue.ts';
import { checkRequest } from './check-request.ts';
import { chooseError } from './choose-error.ts';
import { createData } from './data.ts';
import { failure, faultAnswer, refuse } from './failures.ts';
import { issueToken } from './issue-token.ts';
import { createLimits, type Limits } from './limits.ts';
import type { Memory } from './memory.ts';
import { type SandboxConfig, unknownScenario } from './options.ts';
import type { SandboxPerson } from './persons.ts';
import { playScenario } from './play-scenario.ts';
import { type Disenchanted, disenchant, type ReadRequest, readRequest } from './read-request.ts';
import { parseScenario, type SandboxRequest, type Scenario, type Script } from './scenarios.ts';
import { createTokens, type Tokens } from './tokens.ts';

/** The parts of a sandbox at work. */
export interface Serving {
  readonly tokens: Tokens;
  readonly limits: Limits;
  readonly memory: Memory;
  persons(): readonly SandboxPerson[];
  answer(request: Request): Promise<Response>;
  reset(): void;
}

const TOKEN = 'accessTokenGet';

/** Puts the parts together; data is read, and rows are made, when they are first needed. */
export function createServing(
  config: SandboxConfig,
  script: Script,
  log: (seen: SandboxRequest) => void,
): Serving {
  const { clock } = config;
  const catalogue = openCatalogue();
  const tokens = createTokens(clock, config.tokenLifetime, config.makeToken);
  const limits = createLimits(config.limits, clock);
  const data = createData(config, catalogue);
  let stormy = 0;

  const storm = (calls: number): Response => {
    stormy = calls;
    return refuseForStorm();
  };
  const refuseForStorm = () =>
    failure(--stormy % 2 === 0 ? 'CallRateLimitExceeded' : 'ConcurrencyLimitExceeded');

  /** Checks a call and does it. */
  const act = (endpoint: Endpoint, asked: ReadRequest, plain: Disenchanted): Response => {
    const { operation } = endpoint;
    const { args, faults } = checkRequest(endpoint, { ...asked, ...plain }, catalogue);
    const [fault] = config.checkRequests ? faults : [];
    if (fault) return faultAnswer(chooseError(operation, fault), fault);
    if (operation.id === TOKEN) {
      const given = checkRequest(endpoint, asked, catalogue).args;
      const answer = issueToken(given, config, tokens);
      return answer ? Response.json(answer) : failure('AccessTokenInvalid');
    }
    const answer = data.answer(endpoint, args);
    if (answer !== 'missing') {
      return new Response(answerText(endpoint, answer), { headers: { 'content-type': 'application/json' } });
    }
    return failure(
      operation.errors.find(([, name]) => /NotFound$|IdInvalid$/.test(name))?.[1] ?? 'ParameterInvalid',
    );
  };

  return {
    tokens,
    limits,
    memory: data.memory,
    persons: data.persons,
    reset() {
      tokens.revoke();
      limits.reset();
      data.reset();
      stormy = 0;
    },
    async answer(request) {
      const { pathname } = new URL(request.url);
      const endpoint = catalogue.find(request.method, pathname);
      const id = endpoint?.operation.id;
      const asked = await readRequest(request, id, id === TOKEN);
      log(asked.seen);
      const issued = id === TOKEN ? { scenario: undefined } : tokens.check(asked.token);
      if (!issued) return failure('AccessTokenInvalid');
      if (endpoint) {
        if (stormy > 0 && id !== TOKEN) return refuseForStorm();
        const limit = id === TOKEN ? undefined : limits.refusal(endpoint.operation);
        if (limit) return failure(limit);
      }
      const plain = endpoint
        ? disenchant(endpoint, asked)
        : { query: asked.query, body: asked.body, scenarios: [] };
      // A scenario in a secret is for the calls that follow.
      const [magic] = id === TOKEN ? magicCorp(asked) : plain.scenarios;
      const named = asked.scenario ?? magic ?? issued.scenario;
      const scenario = named === undefined ? script.next(id, pathname) : (parseScenario(named) ?? named);
      if (typeof scenario === 'string') return refuse(400, unknownScenario(scenario));
      const usual = () =>
        endpoint ? act(endpoint, asked, plain) : unknownPath(request.method, pathname, catalogue);
      if (!scenario) return usual();
      return playScenario(scenario satisfies Scenario, {
        clock,
        signal: asked.signal,
        endpoint,
        request: asked.seen,
        usual,
        storm,
      });
    },
  };

  function unknownPath(method: string, path: string, { methodOf }: Catalogue): Response {
    const other = methodOf(path);
    if (other !== undefined) return refuse(405, `${path} takes ${other}, not ${method}.`);
    return refuse(404, `The specification knows no ${path}.`);
  }
}

function magicCorp({ body }: ReadRequest): string[] {
  const found = /"corp_id"\s*:\s*"sandbox:([^"]*)"/.exec(body)?.[1];
  return found === undefined ? [] : [found];
}
