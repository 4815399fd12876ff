import type { Diagnostic } from '../kit/diagnostic.ts';
import type { Parameter } from './openapi.ts';
import type { sentPath } from './sent-path.ts';

/** Where findings go. */
interface Reporters {
  readonly diagnostics: Diagnostic[];
  /** Receives what is odd: a warning where the caller takes warnings, otherwise a mistake. */
  readonly doubt: (finding: Diagnostic) => void;
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
  { diagnostics, doubt }: Reporters,
  path: string,
  method: string,
  parameters: readonly Parameter[],
): void {
  const endpoint = `${method.toUpperCase()} ${path}`;
  for (const [, name = ''] of path.matchAll(/\{([^{}]*)\}/g)) {
    if (parameters.some((parameter) => parameter.in === 'path' && parameter.name === name)) continue;
    diagnostics.push({
      code: 'path-parameter',
      message: `${endpoint} does not declare its path parameter ${JSON.stringify(name)}`,
      fix: `add {name: ${name}, in: path, required: true, schema: {type: string}} to its parameters`,
    });
  }
  for (const { name, in: place, style } of parameters) {
    if (place === 'path' && !path.includes(`{${name}}`)) {
      doubt({
        code: 'path-parameter',
        message: `${endpoint} declares the path parameter ${JSON.stringify(name)}, which its path does not have`,
        fix: `write {${name}} into the path, or remove the parameter`,
      });
    }
    if (style === undefined || STYLES[place].includes(String(style))) continue;
    doubt({
      code: 'parameter-style',
      message: `${endpoint} gives its ${place} parameter ${JSON.stringify(name)} the style ${JSON.stringify(style)}, which is not one of ${place}`,
      fix: `write one of ${STYLES[place].join(', ')}; it is sent in the usual style`,
    });
  }
}
