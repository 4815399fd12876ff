import { NO_ENVELOPE } from '../spec/envelopes.ts';
import type { Model, Operation } from '../spec/model.ts';
import { camelCase } from '../spec/names.ts';
import { isMethod, isObject, type Parameter } from '../spec/openapi.ts';
import { serverUrl } from '../spec/server.ts';
import { type ArgumentPlan, isJsonParameter, planArguments } from './arguments.ts';
import { batchToken } from './batches.ts';
import { answerPaths, exactPaths } from './exact-paths.ts';
import { pagingToken } from './paging.ts';
import { requestToken } from './request-token.ts';
import { literal, literalOf } from './text.ts';

/**
 * `operations.ts`: one compact row per operation, read by the runtime. A row is tokens separated by spaces: method,
 * path below the base path, two letters for safety and limit, `key=value` tokens for everything that is not the
 * default, then each documented error as its code and its name. A code that is one more than the last is omitted.
 */
export function emitOperations(model: Model): string {
  const envelopes = Object.fromEntries(
    Object.entries(model.envelopes).map(([name, { code, message, ok, flag, result }]) => {
      const rest = result !== undefined ? [flag ?? '', result] : flag !== undefined ? [flag] : [];
      return [name, [code, message, ok, ...rest]];
    }),
  );
  const rows = model.operations.map((operation) => ({
    id: operation.id,
    row: literal(operationRow(model, operation)),
  }));
  return [
    '/** The server in the specification. */',
    `export const server = ${literal(serverUrl(model))};`,
    '/** The prefix of the paths in all rows. */',
    `export const basePath = ${literal(model.basePath)};`,
    // First, because esbuild inlines only constants with nothing but constants before them.
    '/** Whether some row has a token `r=`: its request is more than a query and JSON. */',
    `export const usesPlans: boolean = ${rows.some(({ row }) => row.includes(' r='))};`,
    '/** Whether the path of some call has arguments. */',
    `export const usesTemplates: boolean = ${model.operations.some(({ path }) => path.includes('{'))};`,
    '/** How an answer reports success: code field, message field, success codes, boolean field, field of the result. The first is the default. */',
    `export const envelopes: Readonly<Record<string, ${ENVELOPE}>> = ${literalOf(envelopes)};`,
    ...limitsText(model),
    ...rows.map(({ id, row }) => `export const ${id} = ${row};`),
    '/** The row of the operation that issues the token; empty if none does. */',
    `export const tokenRow: string = ${model.profile.token?.operation ?? "''"};`,
    '/** Every row, in order of operationId. Written out, because names would cost a bundle more than they save. */',
    `export const operations: readonly string[] = [\n${rows.map(({ row }) => `  ${row},\n`).join('')}];`,
    '',
  ].join('\n');
}

/** Seconds to wait after a refusal for a limit, one refusal after the other, if the vendor does not say it. */
const USUAL_BLOCKS = { first: 1, second: 10, third: 60 };
const ENVELOPE =
  'readonly [code: string, message: string, ok: readonly number[], flag?: string, result?: string]';
const LIMITS_TYPE = [
  '/** The form of `limits`. What is missing has no limit. */',
  'export interface Limits {',
  '  readonly in_flight: { readonly company: number; readonly code?: number; readonly [name: string]: number | undefined };',
  '  readonly windows: {',
  "    readonly [K in 'read' | 'write' | 'bulk']?: { readonly second?: number; readonly minute?: number; readonly hour?: number; readonly day?: number };",
  '  } & { readonly code?: number };',
  '  readonly blocks: { readonly [name: string]: number | string };',
  '}',
];

/** The vendor's limits from the root document, without the texts for readers. */
function limitsText({ document }: Model): string[] {
  const given = isObject(document['x-limits']) ? document['x-limits'] : {};
  const part = (key: string) => (isObject(given[key]) ? given[key] : {});
  const blocks = Object.keys(part('blocks')).length > 0 ? part('blocks') : USUAL_BLOCKS;
  // The other figures of `in_flight` are for readers: the client counts all calls together.
  const inFlight = Object.fromEntries(
    Object.entries(part('in_flight')).filter(([key]) => /^(company|code)$/.test(key)),
  );
  const limits = {
    in_flight: { company: Number.POSITIVE_INFINITY, ...inFlight },
    windows: part('windows'),
    blocks,
  };
  return [
    ...LIMITS_TYPE,
    '/** The limits of one company: calls in flight, calls to one endpoint in a window, length of a block in seconds. */',
    `export const limits: Limits = ${literalOf(limits)};`,
  ];
}

const SAFETY = { read: 'r', idempotent: 'i', write: 'w' } as const;
const LIMIT = { read: 'r', write: 'w', bulk: 'b' } as const;

/** The row of one operation. `src/base/operation-row.ts` parses it. */
export function operationRow(model: Model, operation: Operation): string {
  const plan = planArguments(model, operation);
  const { parameters, bodyFields, wholeBody } = plan;
  const request = requestToken(model, operation, plan);
  const isRead = operation.method === 'get' || operation.method === 'head';
  const hasBody = bodyFields !== undefined || wholeBody !== undefined;
  const usual = Object.keys(model.envelopes)[0];
  const query = request === undefined ? parameters.filter((parameter) => parameter.in === 'query') : [];
  const tokens: (string | false | undefined)[] = [
    isMethod(operation.method) ? operation.method.toUpperCase() : operation.method,
    operation.url,
    SAFETY[operation.safety] + LIMIT[operation.limit],
    (operation.envelope?.name ?? NO_ENVELOPE) !== (usual ?? NO_ENVELOPE) &&
      `e=${encodeURIComponent(operation.envelope?.name ?? NO_ENVELOPE)}`,
    securityToken(model, operation),
    operation.answer.kind !== 'json' && `t=${operation.answer.kind}`,
    argumentNames(plan, request !== undefined),
    list(
      'j',
      query.filter(isJsonParameter).map(({ name }) => name),
    ),
    hasBody &&
      list(
        'q',
        query.map(({ name }) => name),
      ),
    wholeBody !== undefined ? 'b=whole' : isRead && hasBody && 'b=fields',
    !isRead && !hasBody && 'n=1',
    request,
    paths('x', answerPaths(model, operation)),
    paths('y', exactPaths(model, bodyFields ?? wholeBody)),
    pagingToken(operation),
    batchToken(operation),
    operation.id !== camelCase(operation.url) && `d=${operation.id}`,
    ...operation.errors.map(
      ({ code, name }, at, all) => `${code - 1 === all[at - 1]?.code ? '' : code}${name}`,
    ),
  ];
  return tokens.filter((token) => typeof token === 'string').join(' ');
}

/**
 * The token `f=` with the arguments that no other token names (`q=`, `j=` and `r=` do, and the path its own); none if the
 * body may hold any. Sorted, so that rows resemble each other and compress well.
 */
function argumentNames(
  { parameters, bodyFields, wholeBody }: ArgumentPlan,
  isPlanned: boolean,
): string | undefined {
  const isOpen = bodyFields?.additionalProperties !== undefined && bodyFields.additionalProperties !== false;
  if (isOpen) return undefined;
  const isNamed = (parameter: Parameter) =>
    isPlanned ||
    parameter.in !== 'query' ||
    isJsonParameter(parameter) ||
    bodyFields !== undefined ||
    wholeBody !== undefined;
  const names = [
    ...parameters.filter((parameter) => !isNamed(parameter)).map(({ name }) => name),
    ...Object.keys(bodyFields?.properties ?? {}),
    ...(wholeBody === undefined ? [] : ['body']),
  ];
  return list('f', names.sort()) ?? 'f=';
}

/** `a=` if a call needs other credentials than usual: alternatives, each with the schemes that it needs together. */
function securityToken({ profile }: Model, { security, authenticated }: Operation): string | undefined {
  if (!authenticated) return 'a=none';
  if (JSON.stringify(security) === JSON.stringify(profile.security)) return undefined;
  const name = (scheme: string) => (scheme === 'none' ? '%6Eone' : encodeURIComponent(scheme));
  return `a=${security.map((alternative) => alternative.map(name).join('+')).join(',')}`;
}

/** A token with a list of names. Spaces and commas in the names are escaped. */
function list(key: string, names: readonly string[]): string | undefined {
  return names.length === 0 ? undefined : `${key}=${names.map((name) => encodeURIComponent(name)).join(',')}`;
}

function paths(key: string, found: readonly string[]): string | undefined {
  return found.length === 0 ? undefined : `${key}=${found.join(',')}`;
}
