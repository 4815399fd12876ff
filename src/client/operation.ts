import type { ErrorName } from '../../generated/error-codes.ts';
import { basePath, envelopes } from '../../generated/operations.ts';

/** The name of an envelope: which fields of an answer say success or failure. */
export type EnvelopeName = keyof typeof envelopes;

/** One operation, read from its row in `generated/operations.ts`. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** From the server's root, with a leading slash; `{x}` stands for an argument. */
  readonly path: string;
  /** What a retry may do: read, idempotent, write. */
  readonly safety: string;
  /** Which quota counts the call: read, write, bulk. */
  readonly limit: string;
  readonly envelope: EnvelopeName;
  readonly needsToken: boolean;
  /** Names in the query that travel as JSON text. */
  readonly json: readonly string[];
  /** Names that travel in the query; `undefined` means all of them. */
  readonly query: readonly string[] | undefined;
  /** The JSON body: every argument that `query` does not name, or the one called `body`. */
  readonly body: 'fields' | 'whole' | undefined;
  /** Paths in the answer, and in the body, of whole numbers that travel in full: strings for the caller. */
  readonly exactAnswer: readonly (readonly string[])[];
  readonly exactBody: readonly (readonly string[])[];
  readonly errors: readonly (readonly [code: number, name: ErrorName])[];
}

/** Reads a row; the grammar is described where the rows are written, `scripts/generate/`. */
export function parseOperation(row: string): Operation {
  const [method = '', path = '', marks = '', ...tokens] = row.split(' ');
  const settings = new Map<string, string>();
  const errors: [number, ErrorName][] = [];
  let code = 0;
  for (const token of tokens) {
    const documented = /^(-?\d*)([A-Z]\w*)$/.exec(token);
    if (documented) {
      code = documented[1] ? Number(documented[1]) : code + 1;
      // Sound because the rows and the names come from the same error-codes.yaml.
      errors.push([code, documented[2] as ErrorName]);
    } else {
      const at = token.indexOf('=');
      settings.set(token.slice(0, at), token.slice(at + 1));
    }
  }
  const hasBody = settings.has('b') || (!/^(GET|HEAD)$/.test(method) && !settings.has('n'));
  return {
    id: settings.get('d') ?? camelCase(path),
    method,
    path: path.startsWith('/') ? path : `${basePath}/${path}`,
    safety: marks.charAt(0),
    limit: marks.charAt(1),
    // Sound because the generator writes only names that `envelopes` has.
    envelope: (settings.get('e') ?? Object.keys(envelopes)[0]) as EnvelopeName,
    needsToken: settings.get('a') !== 'none',
    json: list(settings.get('j')),
    query: hasBody ? list(settings.get('q')) : undefined,
    body: hasBody ? (settings.get('b') === 'whole' ? 'whole' : 'fields') : undefined,
    exactAnswer: paths(settings.get('x')),
    exactBody: paths(settings.get('y')),
    errors,
  };
}

/**
 * Where an operation stands on the nested client: `[namespace, method]`, or `[method]` for one that is a method of
 * the client itself. Reads only as much of the row as that takes.
 */
export function memberOf(row: string): [string] | [string, string] {
  const own = / d=(\S+)/.exec(row)?.[1];
  if (own) return [own];
  const path = row.split(' ', 2)[1] ?? '';
  const [first = '', ...rest] = path.split('/');
  // A path that is not below the base path has no namespace.
  return first && rest.length > 0 ? [camelCase(first), camelCase(rest.join('_'))] : [camelCase(path)];
}

function camelCase(path: string): string {
  const words = path.split(/[^A-Za-z0-9]+/).filter(Boolean);
  return words
    .map((word, at) => (at > 0 ? word.charAt(0).toUpperCase() : word.charAt(0).toLowerCase()) + word.slice(1))
    .join('');
}

function list(names: string | undefined): string[] {
  return names ? names.split(',').map(decodeURIComponent) : [];
}

/** Lists of names that lead to a value: `a.b,c` is two paths. */
function paths(text: string | undefined): string[][] {
  return text ? text.split(',').map((path) => path.split('.').map(decodeURIComponent)) : [];
}
