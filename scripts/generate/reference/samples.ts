import { exactJson } from '../../kit/exact-json.ts';
import type { Model, Operation } from '../../spec/model.ts';
import { isObject } from '../../spec/openapi.ts';
import { serverUrl } from '../../spec/server.ts';
import { isJsonParameter, planArguments } from '../arguments.ts';
import { WIDTH } from '../format-sources.ts';
import { literalOf, propertyName } from '../text.ts';

/** One call of an operation with example arguments, in each way of calling. */
export interface Samples {
  readonly typescript: string;
  readonly curl: string;
  readonly command: string;
}

/** The samples of an operation. They have only the arguments that a call needs, with the specification's examples. */
export function samplesOf(model: Model, operation: Operation): Samples {
  const given = exampleArguments(model, operation);
  return {
    typescript: typescriptSample(operation, { ...given.query, ...given.body }),
    curl: curlSample(model, operation, given),
    command: commandSample(operation, { ...given.query, ...given.body }),
  };
}

/** The name of an operation's method on the client: `opportunity.one`. */
export function methodName({ namespace, member }: Operation): string {
  return namespace === undefined ? member : `${namespace}.${member}`;
}

type Values = Readonly<Record<string, unknown>>;

interface ExampleArguments {
  readonly query: Values;
  /** Undefined for an operation without a body. */
  readonly body: Values | undefined;
}

function exampleArguments(model: Model, operation: Operation): ExampleArguments {
  const { parameters, bodyFields, wholeBody } = planArguments(model, operation);
  const content = Object.values(operation.object.requestBody?.content ?? {})[0];
  const example = isObject(content?.example) ? content.example : {};
  const group = operation.object['x-oneOf-required'];
  const candidates: unknown[] = Array.isArray(group) ? group : [];
  const hasExample = (candidate: unknown) =>
    Object.hasOwn(example, String(candidate)) ||
    parameters.some((parameter) => parameter.name === candidate && parameter.example !== undefined);
  const chosen = candidates.find(hasExample) ?? candidates[0];
  const asked = parameters.filter(({ required, name }) => required === true || name === chosen);
  const query = Object.fromEntries(
    (asked.length > 0 ? asked : parameters.slice(0, 1))
      .filter(({ example }) => example !== undefined)
      .map(({ name, example }) => [name, example]),
  );
  if (operation.body === undefined) return { query, body: undefined };
  if (wholeBody !== undefined) return { query, body: { body: content?.example ?? {} } };
  const needed = [...(bodyFields?.required ?? []), String(chosen)].filter((name) =>
    Object.hasOwn(example, name),
  );
  const body = needed.length > 0 ? Object.fromEntries(needed.map((name) => [name, example[name]])) : example;
  return { query, body };
}

function typescriptSample(operation: Operation, values: Values): string {
  const call = `weiban.${methodName(operation)}`;
  const walk = (argument: string) =>
    `for await (const item of ${call}.items(${argument})) console.log(item);`;
  // The longer of the two lines decides for both.
  const argument = Object.keys(values).length === 0 ? '' : expressionText(values, '', walk('').length);
  const lines = [`const result = await ${call}(${argument});`];
  if (operation.pagination !== undefined) lines.push('', walk(argument));
  return lines.join('\n');
}

/** A value as an expression, on several lines if one is too short; `taken` columns are used by the code around it. */
function expressionText(value: unknown, indent = '', taken = indent.length): string {
  const line = literalOf(value);
  if (taken + line.length <= WIDTH || typeof value !== 'object' || value === null) return line;
  const deeper = `${indent}  `;
  const members = Array.isArray(value)
    ? value.map((item) => expressionText(item, deeper))
    : Object.entries(value).map(([name, item]) => `${propertyName(name)}: ${expressionText(item, deeper)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${members.map((member) => `${deeper}${member},\n`).join('')}${indent}${close}`;
}

/** A value as JSON for a shell, on several lines if one is too short. */
function jsonWord(value: unknown): string {
  const line = exactJson(value);
  return shellWord(line.length <= WIDTH ? line : exactJson(value, 2));
}

function curlSample(model: Model, operation: Operation, { query, body }: ExampleArguments): string {
  const json = new Set(operation.parameters.filter(isJsonParameter).map(({ name }) => name));
  const pairs = Object.entries(query).map(
    ([name, value]) =>
      `${encodeURIComponent(name)}=${encodeURIComponent(json.has(name) ? exactJson(value) : String(value))}`,
  );
  const credential = operation.authenticated ? credentialName(model) : undefined;
  if (credential !== undefined) pairs.unshift(`${credential}='"$WEIBAN_ACCESS_TOKEN"'`);
  const url =
    `'${serverUrl(model)}${operation.path}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}'`.replace(
      /''$/,
      '',
    );
  if (body === undefined) return `curl ${url}`;
  const sent = 'body' in body && operation.body?.schema.properties?.body === undefined ? body.body : body;
  return `curl ${url} \\\n  -H 'Content-Type: application/json' \\\n  -d ${jsonWord(sent)}`;
}

function credentialName(model: Model): string | undefined {
  const schemes = Object.values(
    isObject(model.document.components?.securitySchemes) ? model.document.components.securitySchemes : {},
  );
  const inQuery = schemes.find((scheme) => isObject(scheme) && scheme.in === 'query');
  return isObject(inQuery) ? encodeURIComponent(String(inQuery.name)) : undefined;
}

function commandSample(operation: Operation, values: Values): string {
  // The operation without authentication issues the token, which has its own command: it hides the token by default.
  if (!operation.authenticated) return 'weiban token';
  const call = `weiban call ${methodName(operation)}`;
  const isPlain = Object.values(values).every((value) =>
    ['string', 'number', 'bigint', 'boolean'].includes(typeof value),
  );
  if (!isPlain) return `${call} --json ${jsonWord(values)}`;
  const words = [
    call,
    ...Object.entries(values).map(([name, value]) => `--${name} ${shellWord(String(value))}`),
  ];
  const line = words.join(' ');
  return line.length <= WIDTH ? line : words.join(' \\\n  ');
}

/** One word for a POSIX shell, quoted if necessary. */
function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
