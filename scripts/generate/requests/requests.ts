import { writeBody } from './request-bodies.ts';
import type {
  BodyPlan,
  Fields,
  LaidOutRequest,
  ParameterPlan,
  Place,
  PlacedValues,
  PlannedOperation,
  RequestPlan,
  RequestPlanner,
  RequestTools,
  Style,
} from './request-types.ts';
import { isPlainObject, writeValue } from './request-values.ts';

const PLACES: Readonly<Record<string, Place>> = {
  p: 'path',
  q: 'query',
  h: 'header',
  c: 'cookie',
  s: 'querystring',
};

const STYLES: Readonly<Record<string, Style>> = {
  n: 'simple',
  l: 'label',
  m: 'matrix',
  f: 'form',
  s: 'spaceDelimited',
  i: 'pipeDelimited',
  d: 'deepObject',
  k: 'cookie',
  j: 'json',
  t: 'text',
};

/** The usual style of each place. */
const USUAL: Readonly<Record<Place, string>> = {
  path: 'pn',
  query: 'qf*',
  header: 'hn',
  cookie: 'cf*',
  querystring: 'sf*',
};

/**
 * Reads the token `r=` of a row: the parameters, then the media type of the body, then the fields of a form with a
 * form of their own. `scripts/generate/request-token.ts` writes it and describes its grammar.
 */
function readPlan(plan = ''): RequestPlan {
  const [parameters = '', mediaType = '', fields = ''] = plan.split(';');
  const split = (text: string) => text.split(',').map((entry) => entry.split(':').map(decodeURIComponent));
  const body: BodyPlan = {
    mediaType: decodeURIComponent(mediaType.replace('?', '')),
    isOptional: mediaType.endsWith('?'),
    fields: new Map(
      (fields ? split(fields) : []).map(([name = '', written = '']) => [
        name,
        written.startsWith('~') ? parameterOf(name, name, `q${written.slice(1)}`) : written,
      ]),
    ),
  };
  return {
    parameters: (parameters ? split(parameters) : []).map(([key = '', how = '', name = key]) =>
      parameterOf(key, name, how),
    ),
    body: mediaType ? body : undefined,
  };
}

function parameterOf(key: string, name: string, how: string): ParameterPlan {
  return {
    key,
    name,
    place: PLACES[how.charAt(0)] ?? 'query',
    style: STYLES[how.charAt(1)] ?? 'form',
    explode: how.includes('*'),
    allowReserved: how.includes('+'),
  };
}

async function layOut(
  operation: PlannedOperation,
  params: object,
  tools: RequestTools,
): Promise<LaidOutRequest> {
  const plan = readPlan(operation.plan);
  const rest = new Map<string, unknown>(Object.entries(params));
  const parameters = plan.parameters.map((parameter): [ParameterPlan, unknown] => {
    const value = rest.get(parameter.key);
    rest.delete(parameter.key);
    return [parameter, value];
  });
  const others = [...rest].filter(([, value]) => value !== undefined);
  if (operation.body !== undefined) return write(operation, plan.body, { parameters, fields: others }, tools);
  // An argument that the specification does not know yet goes into the query, as it does without a plan.
  const further = others.map(([name, value]): [ParameterPlan, unknown] => [
    parameterOf(name, name, USUAL.query),
    value,
  ]);
  return write(operation, undefined, { parameters: [...parameters, ...further], fields: [] }, tools);
}

/** The options of a call of openapi-fetch that say what to send. */
interface GivenRequest {
  readonly params?: Readonly<Partial<Record<Place, object>>>;
  readonly body?: unknown;
}

const callByPath: RequestPlanner['callByPath'] = async (operation, template, init, tools, call) => {
  // openapi-fetch types the options of its callers.
  const given = (init ?? {}) as GivenRequest;
  const { params, body } = given;
  const isWritten = typeof body === 'string' || 'bodySerializer' in given;
  const { path, query, headers, ...laidOut } = await layOutByPlace(
    operation,
    { ...params, body: isWritten ? undefined : body },
    tools,
  );
  return call({
    ...given,
    // openapi-fetch serializes a path only if it has values.
    params: { query: params?.query, path: { ...params?.path }, header: Object.fromEntries(headers) },
    pathSerializer: (url: string) => url.slice(0, -template.length) + path,
    querySerializer: () => query,
    ...(!isWritten && { body: laidOut.body, bodySerializer: (written: unknown) => written }),
  });
};

async function layOutByPlace(
  operation: PlannedOperation,
  given: Readonly<Partial<Record<Place, object>>> & { readonly body?: unknown },
  tools: RequestTools,
): Promise<LaidOutRequest> {
  const plan = readPlan(operation.plan);
  const parameters = Object.values(PLACES).flatMap((place) =>
    Object.entries(given[place] ?? {}).map(([name, value]): [ParameterPlan, unknown] => {
      const known = plan.parameters.find((parameter) => parameter.place === place && parameter.name === name);
      const how = place === 'query' && operation.json.includes(name) ? 'qj' : USUAL[place];
      return [known ?? parameterOf(name, name, how), value];
    }),
  );
  const { body } = given;
  const fields: Fields = isPlainObject(body) ? Object.entries(body) : [['body', body]];
  const kind = body === undefined ? undefined : isPlainObject(body) ? 'fields' : 'whole';
  return write({ ...operation, body: kind }, plan.body, { parameters, fields }, tools);
}

async function write(
  operation: PlannedOperation,
  bodyPlan: BodyPlan | undefined,
  { parameters, fields }: PlacedValues,
  tools: RequestTools,
): Promise<LaidOutRequest> {
  const at = (place: Place) => parameters.filter(([plan]) => plan.place === place);
  const path = writePath(operation.path, at('path'), tools);
  const headers = new Headers();
  for (const [plan, value] of at('header')) {
    const text = writeValue(plan, value, tools);
    if (text.length > 0) setHeader(headers, plan.name, text.join(','), tools);
  }
  const cookies = at('cookie').flatMap(([plan, value]) => writeValue(plan, value, tools));
  if (cookies.length > 0) setHeader(headers, 'cookie', cookies.join('; '), tools);
  const query = [
    ...at('query').flatMap(([plan, value]) => writeValue(plan, value, tools)),
    ...at('querystring').flatMap(([plan, value]) => writeQueryString(plan, value, tools)),
  ].join('&');
  const { method, body: kind } = operation;
  const written = kind && (await writeBody(bodyPlan ?? JSON_BODY, fields, kind === 'whole', tools));
  if (written) setHeader(headers, 'content-type', written.type, tools);
  refuseLostHeaders(headers, tools);
  return { method, path, query, headers, body: written?.content };
}

const JSON_BODY: BodyPlan = { mediaType: 'application/json', isOptional: false, fields: new Map() };

const PREFIXES: Readonly<Record<string, string>> = { label: '.', matrix: ';' };

function writePath(
  template: string,
  values: readonly (readonly [ParameterPlan, unknown])[],
  tools: RequestTools,
): string {
  const path = template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const [plan, value] = values.find(([{ name: own }]) => own === name) ?? [];
    if (plan === undefined || value === undefined || value === null || value === '')
      throw missing(name, tools);
    const prefix = PREFIXES[plan.style] ?? '';
    const pieces = writeValue(plan, value, tools);
    if (pieces.length === 0) throw missing(name, tools);
    return prefix + pieces.join(prefix || ',');
  });
  // A dot segment would be resolved away and reach another endpoint.
  const isDots = (segment: string) => /^(\.|%2e){1,2}$/i.test(segment);
  if (path.split('/').some(isDots) && !template.split('/').some(isDots)) {
    const names = values.map(([{ key }]) => key).join(', ');
    throw tools.refuse(`a part of its path would be nothing but dots; check ${names}`);
  }
  return path;
}

function missing(name: string, { refuse }: RequestTools): Error {
  return refuse(`it needs ${name} in its path, neither empty nor dots`);
}

function writeQueryString(plan: ParameterPlan, value: unknown, tools: RequestTools): string[] {
  if (value === undefined || value === null) return [];
  if (plan.style !== 'form')
    return [encodeURIComponent(plan.style === 'json' ? tools.json(plan.key, value) : String(value))];
  if (!isPlainObject(value))
    throw tools.refuse(`${plan.key} is the query; give an object with its names and values`);
  return Object.entries(value).flatMap(([name, item]) =>
    writeValue({ ...plan, name, key: `${plan.key}.${name}` }, item, tools),
  );
}

function setHeader(headers: Headers, name: string, text: string, { refuse }: RequestTools): void {
  if (headers.has(name)) throw refuse(`the header ${name} is given twice`);
  try {
    headers.set(name, text);
  } catch {
    // Without the text, which may be a secret.
    throw refuse(
      `the header ${name} can hold neither line ends nor characters beyond Latin-1; encode its text`,
    );
  }
  if (headers.get(name) !== text) throw refuse(`the header ${name} can neither begin nor end with a space`);
}

/** A browser leaves out the headers that it sets itself, without a word. */
function refuseLostHeaders(headers: Headers, { refuse }: RequestTools): void {
  const sent = new Request('http://localhost', { headers }).headers;
  for (const name of headers.keys())
    if (!sent.has(name)) throw refuse(`this runtime lets no program set the header ${name}`);
}

function matchPath(template: string, path: string): Readonly<Record<string, string>> | undefined {
  const names: string[] = [];
  const pattern = template.replace(/\{([^{}]+)\}|[\\^$.*+?()[\]|]/g, (found, name: string | undefined) => {
    if (name === undefined) return `\\${found}`;
    names.push(name);
    return '([^/]+?)';
  });
  const found = new RegExp(`^${pattern}$`).exec(path);
  return found ? Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? ''])) : undefined;
}

/** Lays out the requests of the operations whose rows have a token `r=`, or whose path has parameters. */
export const requestPlanner: RequestPlanner | undefined = {
  layOut,
  callByPath,
  fits: (operation, method, path) =>
    operation.method === method &&
    operation.path.includes('{') &&
    matchPath(operation.path, path) !== undefined,
  readPlan,
  matchPath,
};
