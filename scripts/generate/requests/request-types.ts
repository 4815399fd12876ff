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

export type Style =
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

/** What the token `r=` of a row says. */
export interface RequestPlan {
  readonly parameters: readonly ParameterPlan[];
  /** Undefined for a JSON body that is required, and without a body. */
  readonly body: BodyPlan | undefined;
}

/** The parts of an operation that its request depends on. */
export interface PlannedOperation {
  readonly method: string;
  /** From the server's root; `{x}` stands for a parameter. */
  readonly path: string;
  /** The token `r=` of the row. */
  readonly plan?: string | undefined;
  /** The body: the arguments that are no parameters, or the argument called `body`. */
  readonly body: 'fields' | 'whole' | undefined;
  /** Query parameters that are sent as JSON text, without a plan. */
  readonly json: readonly string[];
}

/** The fields of a body, or one field called `body`. */
export type Fields = readonly (readonly [name: string, value: unknown])[];

/** What the client lends to the layout of a request. */
export interface RequestTools {
  /** The error of a call that is not sent, and why. */
  readonly refuse: (why: string) => Error;
  /** The JSON text of an argument. Throws if JSON does not have the value. */
  readonly json: (argument: string, value: unknown) => string;
  /** The JSON text of a body with these fields, or of the one field called `body`. */
  readonly jsonBody: (fields: Fields, isWhole: boolean) => string | undefined;
}

/** The values of a request by their place and name. */
export interface PlacedValues {
  readonly parameters: readonly (readonly [ParameterPlan, unknown])[];
  readonly fields: Fields;
}

/** A request, without its server and its token. */
export interface LaidOutRequest {
  readonly method: string;
  readonly path: string;
  /** Encoded, without a question mark. */
  readonly query: string;
  readonly headers: Headers;
  readonly body: string | Uint8Array<ArrayBuffer> | undefined;
}

/** Lays out the requests that more than a query and JSON describe. */
export interface RequestPlanner {
  /** Turns one flat object of arguments into a request. Throws what the tools throw. */
  readonly layOut: (
    operation: PlannedOperation,
    params: object,
    tools: RequestTools,
  ) => Promise<LaidOutRequest>;
  /**
   * Calls openapi-fetch with everything written as the operation's plan says.
   *
   * @param template the path as the specification writes it.
   * @param init the options of the caller: `params` by place, and `body`.
   * @param call calls openapi-fetch with other options.
   */
  readonly callByPath: (
    operation: PlannedOperation,
    template: string,
    init: unknown,
    tools: RequestTools,
    call: (init: object) => Promise<unknown>,
  ) => Promise<unknown>;
  /** Whether the operation has this method, and its path has parameters and fits this one. */
  readonly fits: (operation: PlannedOperation, method: string, path: string) => boolean;
  readonly readPlan: (plan: string | undefined) => RequestPlan;
  /** The value of each parameter in a path that fits the template; undefined for one that does not. */
  readonly matchPath: (template: string, path: string) => Readonly<Record<string, string>> | undefined;
}
