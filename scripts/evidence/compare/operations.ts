import type { Spec } from '../../spec/load.ts';
import { isObject, METHODS, type Method } from '../../spec/openapi.ts';
import type { Facts } from '../facts/read-facts.ts';
import { child, children, type Located, target } from './located.ts';

/** A parameter with its schema, which stands in `schema` or below `content`. */
interface LocatedParameter {
  readonly name: string;
  readonly in: string;
  readonly located: Located;
  readonly schema: Located | undefined;
}

/** One operation of the specification, with its place and the facts of its page. */
export interface Operation {
  readonly url: string;
  readonly method: Method;
  readonly located: Located;
  readonly parameters: readonly LocatedParameter[];
  /** The request body's content and its schema, if it has a body. */
  readonly body: { readonly content: Located; readonly schema: Located | undefined } | undefined;
  /** The schema of the successful response: 200, or the first with another such status. */
  readonly answer: Located | undefined;
  /** The schema of every response by its HTTP status, or `default`; undefined for one without content. */
  readonly answers: ReadonlyMap<string, Located | undefined>;
  readonly facts: Facts | undefined;
}

/** Every operation of the specification, in the order of the root. */
export function listOperations(spec: Spec, facts: ReadonlyMap<string, readonly Facts[]>): Operation[] {
  const root: Located = {
    source: spec.root,
    keys: [],
    value: isObject(spec.root.value) ? spec.root.value : {},
  };
  return [...spec.pathSources.keys()].flatMap((url) => {
    const written = child(root, 'paths', url);
    const item = written === undefined ? undefined : target(spec, written);
    if (item === undefined) return [];
    const shared = children(item, 'parameters');
    const methods = METHODS.filter((method) => child(item, method) !== undefined);
    return methods.flatMap((method) => {
      const located = child(item, method);
      if (located === undefined) return [];
      const parameters = [...shared, ...children(located, 'parameters')].flatMap((parameter) =>
        parameterOf(target(spec, parameter)),
      );
      return [
        {
          url,
          method,
          located,
          parameters,
          body: bodyOf(spec, located),
          ...answersOf(spec, located),
          facts: factsOf(facts.get(url) ?? [], method, methods),
        },
      ];
    });
  });
}

/** The page of a method; if neither the pages nor the operations of a URL are several, its only page, whatever its method. */
function factsOf(sheets: readonly Facts[], method: Method, methods: readonly Method[]): Facts | undefined {
  const own = sheets.find(({ page }) => page.method?.toLowerCase() === method);
  return own ?? (sheets.length === 1 && methods.length === 1 ? sheets[0] : undefined);
}

function parameterOf(located: Located | undefined): LocatedParameter[] {
  if (located === undefined) return [];
  const schema = child(located, 'schema') ?? firstContent(located)?.schema;
  return [{ name: String(located.value.name), in: String(located.value.in), located, schema }];
}

function bodyOf(spec: Spec, operation: Located): Operation['body'] {
  const written = child(operation, 'requestBody');
  const body = written && target(spec, written);
  return body && firstContent(body);
}

function answersOf(spec: Spec, operation: Located): Pick<Operation, 'answer' | 'answers'> {
  const statuses = Object.keys(child(operation, 'responses')?.value ?? {});
  const answers = new Map(
    statuses.map((status) => {
      const written = child(operation, 'responses', status);
      const response = written && target(spec, written);
      return [status, response && firstContent(response)?.schema] as const;
    }),
  );
  const success = statuses.includes('200') ? '200' : statuses.find((code) => code.startsWith('2'));
  return { answers, answer: success === undefined ? undefined : answers.get(success) };
}

function firstContent(holder: Located): { content: Located; schema: Located | undefined } | undefined {
  const content = child(holder, 'content', 'application/json') ?? children(holder, 'content')[0];
  return content === undefined ? undefined : { content, schema: child(content, 'schema') };
}
