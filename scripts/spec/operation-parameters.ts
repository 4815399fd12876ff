import type { Reporters } from './name-operations.ts';
import type { OperationObject, Parameter, PathItem } from './openapi.ts';
import type { sentPath } from './sent-path.ts';
import type { KeyPath } from './source.ts';

/** The operation that parameters belong to, as findings name it. */
interface Endpoint {
  readonly endpoint: string;
  readonly url: string;
  readonly keys: KeyPath;
  readonly item: PathItem;
  readonly object: OperationObject;
}

/** The parameters of an operation. Its own replace those of its path with the same name and place. */
export function withShared(own: readonly Parameter[], shared: readonly Parameter[]): Parameter[] {
  const byPlace = new Map<string, Parameter>();
  const add = (parameter: Parameter) => {
    const key = `${parameter.in} ${parameter.name}`;
    // The last one counts, where it is written.
    byPlace.delete(key);
    byPlace.set(key, parameter);
  };
  for (const parameter of [...shared, ...own]) add(parameter);
  return [...byPlace.values()];
}

/** The query in a path as parameters, each with its only value. */
export function fixedParameters(
  query: ReturnType<typeof sentPath>['query'],
  declared: readonly Parameter[],
): Parameter[] {
  return query
    .filter(([name]) => !declared.some((parameter) => parameter.in === 'query' && parameter.name === name))
    .map(([name, value]) => ({
      name,
      in: 'query',
      required: true,
      description: 'In the path of the document.',
      schema: { type: 'string', enum: [value] },
    }));
}

const STYLES: Readonly<Record<Parameter['in'], readonly string[]>> = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form', 'cookie'],
  querystring: [],
};

/** Reports parameters in the path that nothing declares, which no call could fill in, and styles that do not exist. */
export function reportParameters(
  { diagnostics, doubt, placeOf }: Reporters,
  operation: Endpoint,
  parameters: readonly Parameter[],
): void {
  const { endpoint, url } = operation;
  for (const [, name = ''] of url.matchAll(/\{([^{}]*)\}/g)) {
    if (parameters.some((parameter) => parameter.in === 'path' && parameter.name === name)) continue;
    diagnostics.push({
      code: 'path-parameter',
      message: `${endpoint} does not declare its path parameter ${JSON.stringify(name)}`,
      fix: `add {name: ${name}, in: path, required: true, schema: {type: string}} to its parameters`,
      place: placeOf(operation.keys),
    });
  }
  for (const parameter of parameters) {
    const { name, in: place, style } = parameter;
    if (place === 'path' && !url.includes(`{${name}}`)) {
      doubt({
        code: 'path-parameter',
        message: `${endpoint} declares the path parameter ${JSON.stringify(name)}, which its path does not have`,
        fix: `write {${name}} into the path, or remove the parameter`,
        place: placeOf(parameterKeys(operation, parameter)),
      });
    }
    if (style === undefined || STYLES[place].includes(String(style))) continue;
    doubt({
      code: 'parameter-style',
      message: `${endpoint} gives its ${place} parameter ${JSON.stringify(name)} the style ${JSON.stringify(style)}, which is not one of ${place}`,
      fix: `write one of ${STYLES[place].join(', ')}; it is sent in the usual style`,
      place: placeOf([...parameterKeys(operation, parameter), 'style']),
    });
  }
}

/** Where a parameter is written: in its operation, or in its path item. */
function parameterKeys({ keys, item, object }: Endpoint, parameter: Parameter): KeyPath {
  const own = object.parameters?.lastIndexOf(parameter) ?? -1;
  if (own !== -1) return [...keys, 'parameters', own];
  return [...keys.slice(0, 2), 'parameters', item.parameters?.lastIndexOf(parameter) ?? 0];
}
