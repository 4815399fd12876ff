// How the request of an operation is written if it is more than a query and JSON. `scripts/generate/request-token.ts` writes
// the token `r=` of a row, and describes its grammar. Used by specifications other than Weiban's.
/** Where a parameter stands: in the path, the query, a header, a cookie, or as the complete query string. */
export type Place = 'path' | 'query' | 'header' | 'cookie' | 'querystring';

/** How one parameter is written. */
export interface ParameterPlan {
  /** The argument of the call. */
  readonly key: string;
  /** The name in the request. */
  readonly name: string;
  readonly place: Place;
  /** The style of OpenAPI, or `json` or `text` for a value that is written in its media type. */
  readonly style: Style;
  readonly explode: boolean;
  readonly allowReserved: boolean;
}

type Style =
  | 'simple'
  | 'label'
  | 'matrix'
  | 'form'
  | 'spaceDelimited'
  | 'pipeDelimited'
  | 'deepObject'
  | 'cookie'
  | 'json'
  | 'text';

/** How a body is written. */
export interface BodyPlan {
  readonly mediaType: string;
  /** Whether a call may leave the body out. */
  readonly isOptional: boolean;
  /** The fields of a form that say how they are written: by a media type, or by a style as a parameter is. */
  readonly fields: ReadonlyMap<string, string | ParameterPlan>;
}

/** The fields of a body, or one field called `body`. */
export type Fields = readonly (readonly [name: string, value: unknown])[];

/** What the token `r=` of a row says. */
export interface RequestPlan {
  readonly parameters: readonly ParameterPlan[];
  /** Undefined for a JSON body that is required, and without a body. */
  readonly body: BodyPlan | undefined;
}

/** The places by their letter in a plan. */
export const PLACES: Readonly<Record<string, Place>> = {
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

/** The usual style of each place, as a plan writes it. */
export const USUAL: Readonly<Record<Place, string>> = {
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
export function readPlan(plan = ''): RequestPlan {
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

/** A parameter that is written as its letters and signs say: `qf*` is an exploded form in the query. */
export function parameterOf(key: string, name: string, how: string): ParameterPlan {
  return {
    key,
    name,
    place: PLACES[how.charAt(0)] ?? 'query',
    style: STYLES[how.charAt(1)] ?? 'form',
    explode: how.includes('*'),
    allowReserved: how.includes('+'),
  };
}
