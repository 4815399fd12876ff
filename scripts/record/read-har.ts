import type { ObservedAnswer } from 'weiban-openapi';
import { SpecError } from '../kit/diagnostic.ts';
import { isDeeper } from '../kit/is-deeper.ts';
import type { Model, Operation } from '../spec/model.ts';
import { isObject } from '../spec/openapi.ts';
import { isCredential, type Profile } from '../spec/profile.ts';
import { failureCode } from './failure-code.ts';

/** The answers of the API in a HAR file. */
export interface HarAnswers {
  readonly answers: readonly ObservedAnswer[];
  /** The number of skipped entries by reason. */
  readonly skipped: Readonly<Record<string, number>>;
  /** Tokens and credentials in the file. They must not appear in anything that is written. */
  readonly secrets: ReadonlySet<string>;
}

/** Levels of nesting, as in the client. */
const DEEPEST = 100;

/**
 * Reads the answers of the API from a HAR file, as browsers and proxies save it.
 * @param origin the server whose answers count, such as `https://open.weibanzhushou.com`.
 * @throws SpecError if the text is not a HAR file.
 */
export function readHar(text: string, name: string, model: Model, origin: string): HarAnswers {
  const answers: ObservedAnswer[] = [];
  const skipped: Record<string, number> = {};
  const secrets = new Set<string>();
  const credentials = credentialNames(model.profile);
  const byRoute = new Map(
    model.operations.map((operation) => [`${operation.method.toUpperCase()} ${operation.path}`, operation]),
  );
  for (const entry of entriesOf(text, name)) {
    const read = readEntry(entry, { model, byRoute, origin, secrets, credentials });
    if (typeof read !== 'string') answers.push(read);
    else skipped[read] = (skipped[read] ?? 0) + 1;
  }
  return { answers, skipped, secrets };
}

interface Entry {
  readonly method: string;
  readonly url: URL;
  /** What was sent: the body's text, or the fields of a form. */
  readonly body: string | Readonly<Record<string, string>>;
  readonly status: number;
  readonly answer: string;
}

function entriesOf(text: string, name: string): (Entry | undefined)[] {
  const refuse = () =>
    new SpecError([
      {
        code: 'har',
        message: `${name} is not a HAR file`,
        fix: 'save the requests as HAR with content, in the browser or proxy',
      },
    ]);
  let value: unknown;
  try {
    value = JSON.parse(withoutMark(text));
  } catch {
    throw refuse();
  }
  const log = isObject(value) ? value.log : undefined;
  if (!isObject(log) || !Array.isArray(log.entries)) throw refuse();
  return log.entries.map(entryOf);
}

function entryOf(entry: unknown): Entry | undefined {
  const { request, response } = Object(entry);
  const url = Object(request).url;
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined;
  const { text = '', encoding } = Object(Object(response).content);
  const answer = encoding === 'base64' ? Buffer.from(String(text), 'base64').toString('utf8') : String(text);
  return {
    method: String(Object(request).method).toUpperCase(),
    url: new URL(url),
    body: bodyOf(Object(Object(request).postData)),
    status: Number(Object(response).status) || 0,
    answer: withoutMark(answer),
  };
}

/** Programs save a body as text, as the fields of a form, or as both. */
function bodyOf({ text, params, mimeType }: Record<string, unknown>): Entry['body'] {
  const isForm = String(mimeType).includes('form-urlencoded');
  const pairs = Array.isArray(params)
    ? params
        .map((given) => Object(given))
        .map(({ name, value }) => [String(name), String(value ?? '')] as const)
    : [];
  if (pairs.length === 0 || text)
    return isForm ? Object.fromEntries(new URLSearchParams(String(text ?? ''))) : String(text ?? '');
  // Browsers keep the escapes of a form.
  const plain = (value: string) => (isForm ? (new URLSearchParams(`v=${value}`).get('v') ?? '') : value);
  return Object.fromEntries(pairs.map(([name, value]) => [plain(name), plain(value)]));
}

/** Without the mark that some programs put before UTF-8. */
function withoutMark(text: string): string {
  return text.replace(/^\ufeff/, '');
}

interface Reading {
  readonly model: Model;
  readonly byRoute: ReadonlyMap<string, Operation>;
  readonly origin: string;
  readonly secrets: Set<string>;
  readonly credentials: ReadonlySet<string>;
}

/** Returns the answer to record, or the reason for skipping the entry. */
function readEntry(
  entry: Entry | undefined,
  { model, byRoute, origin, secrets, credentials }: Reading,
): ObservedAnswer | string {
  if (entry === undefined) return 'no HTTP request';
  const { method, url, body, status, answer } = entry;
  if (url.origin !== origin) return 'another server';
  const query = Object.fromEntries(url.searchParams);
  const sent = typeof body === 'string' ? parsed(withoutMark(body)) : body;
  const received = parsed(answer);
  for (const part of [query, sent, received]) collectSecrets(part, credentials, secrets);
  const operation = byRoute.get(`${method} ${url.pathname}`);
  if (operation === undefined) return 'a path that the specification does not know';
  if (!operation.authenticated) return 'a request for a token';
  if (!isObject(received)) return 'no JSON in the answer';
  if (isDeeper(received, DEEPEST) || isDeeper(sent, DEEPEST)) return 'JSON nested too deep';
  const fields = typeof body === 'string' ? sent : typedForm(operation, body);
  const all = { ...typedQuery(operation, query), ...(isObject(fields) ? fields : {}) };
  const params = Object.fromEntries(
    Object.entries(all).filter(([key]) => !isCredential(model.profile, 'query', key)),
  );
  const isSuccess = failureCode(model, operation, received) === undefined;
  return { operation: operation.id, params, status, text: answer, isSuccess };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not swallowed: the caller counts text that is not JSON as skipped if it needs JSON.
    return undefined;
  }
}

/** The names of credentials in a query, a body or an answer. */
function credentialNames({ schemes, token }: Profile): ReadonlySet<string> {
  const own = [token?.corpId, token?.secret, token?.token.split('.').at(-1)];
  return new Set(
    [...Object.values(schemes).map(({ name }) => name), ...own, 'token'].filter((name) => name !== undefined),
  );
}

function collectSecrets(part: unknown, names: ReadonlySet<string>, secrets: Set<string>): void {
  for (const [key, value] of isObject(part) ? Object.entries(part) : [])
    if (names.has(key) && typeof value === 'string') secrets.add(value);
}

/** Converts the texts of a form into the arguments that the method takes, by the schema of the operation's body. */
function typedForm({ body }: Operation, form: Readonly<Record<string, string>>): Record<string, unknown> {
  const { properties = {} } = body?.schema ?? {};
  return Object.fromEntries(
    Object.entries(form).map(([name, text]) => {
      const types = [Object.hasOwn(properties, name) ? properties[name]?.type : 'string'].flat();
      return [name, types.includes('string') ? text : (parsed(text) ?? text)];
    }),
  );
}

/** Converts the texts of a query into the arguments that the method takes: whole numbers and JSON values. */
function typedQuery(
  { parameters }: Operation,
  query: Readonly<Record<string, string>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(query).map(([name, text]): [string, unknown] => {
      const parameter = parameters.find((candidate) => candidate.name === name && candidate.in === 'query');
      if (parameter?.content !== undefined) return [name, parsed(text) ?? text];
      const isInteger = parameter?.schema?.type === 'integer' && /^-?\d{1,15}$/.test(text);
      return [name, isInteger ? Number(text) : text];
    }),
  );
}
