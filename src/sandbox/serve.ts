import { tokenOperation, tokenScheme } from '../../generated/profile.ts';
import { checkRequest, readBody } from './check-request.ts';
import { chooseError } from './choose-error.ts';
import { createData, type SandboxData } from './data.ts';
import { type Endpoint, type Endpoints, openEndpoints } from './endpoints.ts';
import { failure, faultAnswer, refuse } from './failures.ts';
import { issueToken } from './issue-token.ts';
import { type AnyError, REFUSED_TOKEN } from './known-errors.ts';
import { type Arrival, createLimits, type Limits } from './limits.ts';
import { type SandboxConfig, unknownScenario } from './options.ts';
import { playScenario } from './play-scenario.ts';
import { type Disenchanted, disenchant, type ReadRequest, readRequest } from './read-request.ts';
import { relateData } from './relate-data.ts';
import { parseScenario, type SandboxRequest, type Scenario, type Script } from './scenarios.ts';
import { createStorm } from './storm.ts';
import { successResponse } from './success-response.ts';
import { createTokens, type Tokens } from './tokens.ts';

/** The parts of a running sandbox. */
export interface Serving {
  readonly tokens: Tokens;
  readonly limits: Limits;
  readonly data: SandboxData;
  answer(request: Request, arrival: Arrival): Promise<Response>;
  reset(): void;
}

/** Connects the parts. Data is read and rows are generated when they are first needed. */
export function createServing(
  config: SandboxConfig,
  script: Script,
  log: (seen: SandboxRequest) => void,
): Serving {
  const { clock } = config;
  const endpoints = openEndpoints();
  const tokens = createTokens(clock, config.tokenLifetime, config.makeToken);
  const limits = createLimits(config.limits, clock);
  const data = relateData(createData(config, endpoints), endpoints, clock);
  const storm = createStorm();

  /**
   * Why to refuse a call before its arguments are checked, or the scenario of the secret that its token was issued for.
   */
  const admit = (
    endpoint: Endpoint | undefined,
    { token }: ReadRequest,
    arrival: Arrival,
  ): AnyError | { scenario?: string | undefined } => {
    if (endpoint?.operation.id === tokenOperation) return {};
    const issued = carriesToken(endpoint) ? tokens.check(token) : {};
    if (!issued) return REFUSED_TOKEN;
    const limit = endpoint && (storm.next() ?? limits.refusal(endpoint.operation, arrival));
    return limit ?? issued;
  };

  /** Checks a call and executes it. */
  const act = (endpoint: Endpoint, asked: ReadRequest, disenchanted: Disenchanted): Response => {
    const { operation } = endpoint;
    const { args, faults } = checkRequest(endpoint, { ...asked, ...disenchanted }, endpoints);
    const [fault] = config.checkRequests ? faults : [];
    if (fault) return faultAnswer(chooseError(operation, fault), fault);
    if (operation.id === tokenOperation) {
      const answer = issueToken(operation, readBody(asked.body, asked.contentType), config, tokens);
      return answer ? successResponse(endpoint, answer) : failure(REFUSED_TOKEN);
    }
    const plain = data.plainAnswer(endpoint);
    if (plain !== undefined) return successResponse(endpoint, plain);
    const answer = data.answer(endpoint, args);
    if ('missing' in answer) return failure(answer.missing);
    return successResponse(endpoint, answer.body);
  };

  const scenarioFor = (
    id: string | undefined,
    asked: ReadRequest,
    named: string | undefined,
  ): Scenario | string | undefined => {
    if (named === undefined) return script.next(id, asked.seen.path);
    return parseScenario(named) ?? named;
  };

  return {
    tokens,
    limits,
    data,
    reset() {
      tokens.revoke();
      limits.reset();
      data.reset();
      storm.clear();
    },
    async answer(request, arrival) {
      const { pathname } = new URL(request.url);
      const endpoint = endpoints.find(request.method, pathname);
      const id = endpoint?.operation.id;
      // By path: a request with the wrong method holds the secret, too.
      const atPath = endpoints.methodsOf(pathname).map((method) => endpoints.find(method, pathname));
      const isToken = atPath.some((found) => found?.operation.id === tokenOperation);
      const asked = await readRequest(request, id, isToken);
      log(asked.seen);
      const admitted = admit(endpoint, asked, arrival);
      if (typeof admitted === 'string') return failure(admitted);
      const plain = endpoint ? disenchant(endpoint, asked) : { ...asked, scenarios: [] };
      const named = asked.scenario ?? plain.scenarios[0] ?? admitted.scenario;
      const scenario = scenarioFor(id, asked, named);
      if (typeof scenario === 'string') return refuse(400, unknownScenario(scenario));
      const usual = () =>
        endpoint ? act(endpoint, asked, plain) : refusePath(request.method, pathname, endpoints);
      if (!scenario) return usual();
      return playScenario(scenario, {
        clock,
        signal: asked.signal,
        endpoint,
        request: asked.seen,
        usual,
        storm: (calls) => failure(storm.begin(calls)),
      });
    },
  };
}

function refusePath(method: string, path: string, { methodsOf }: Endpoints): Response {
  const documented = methodsOf(path).join(' or ');
  if (documented !== '') return refuse(405, `${path} takes ${documented}, not ${method}.`);
  return refuse(404, `The specification has no ${path}.`);
}

/** Whether a call carries the token of the token call. A path that the specification does not have does, too. */
function carriesToken(endpoint: Endpoint | undefined): boolean {
  if (tokenOperation === '') return false;
  const { needsToken, security } = endpoint?.operation ?? { needsToken: true, security: undefined };
  return needsToken && (security === undefined || security.every((names) => names.includes(tokenScheme)));
}
