import type { Diagnostic, Place } from '../kit/diagnostic.ts';
import { camelCase } from './names.ts';
import { isMethod, METHODS, type OpenApiDocument, type OperationObject, type PathItem } from './openapi.ts';
import type { KeyPath } from './source.ts';

/** Where findings about operations go. */
export interface Reporters {
  readonly diagnostics: Diagnostic[];
  /** Receives what is odd: a warning where the caller takes warnings, otherwise a mistake. */
  readonly doubt: (finding: Diagnostic) => void;
  /** Where the entry under these keys of the document is written. */
  readonly placeOf: (keys: KeyPath) => Place;
}

/** An operation of a document with its name in code. */
export interface NamedOperation {
  readonly path: string;
  /** In lower case, or as `additionalOperations` writes it. */
  readonly method: string;
  readonly item: PathItem;
  readonly object: OperationObject;
  /** A camel-case identifier, of which no other differs by case alone: each is a file, too. */
  readonly id: string;
}

/** Files with these names have another meaning: the index of a folder, and devices of Windows. */
const RESERVED_FILES = new Set(['index', 'aux', 'con', 'nul', 'prn']);

/** Members of every client; with a method called `then` it would be taken for a promise. */
const CLIENT_MEMBERS = new Set(['http', 'fetch', 'close', 'then']);

/** Whether the client itself needs a name. */
export function isReservedMember(name: string): boolean {
  return CLIENT_MEMBERS.has(name);
}

/**
 * Names every operation of a document after its operationId, or after its method and path if it has none. If two names are
 * equal but for case, the later one, in the order of paths, gets a number; a name that the client itself needs gets a sign.
 * Each name that was changed, and each operation that is left out, is reported.
 */
export function nameOperations(
  { paths }: OpenApiDocument,
  below: (path: string) => string,
  { doubt: warn, placeOf }: Reporters,
): NamedOperation[] {
  const taken = new Map<string, string>();
  return Object.entries(paths).flatMap(([path, item]) =>
    operationsOf(item).flatMap(([method, object]) => {
      if (isRefusedByFetch(method)) {
        warn({
          code: 'method',
          message: `${method.toUpperCase()} ${path} is left out: fetch, which sends the requests, refuses this method`,
          fix: 'remove the operation, or call it with another HTTP client',
          place: placeOf(operationKeys(path, method)),
        });
        return [];
      }
      const wanted = camelCase(object.operationId ?? `${method} ${below(path)}`);
      const namesake = taken.get(wanted.toLowerCase());
      const id = freeName(wanted, taken);
      taken.set(id.toLowerCase(), path);
      if (isReservedMember(wanted)) {
        warn({
          code: 'name-clash',
          message: `${path} gets the name ${wanted}, which the client itself uses, so it becomes ${id}`,
          fix: 'give it another operationId',
          place: placeOf([...operationKeys(path, method), 'operationId']),
        });
      }
      if (namesake !== undefined) {
        warn({
          code: 'name-clash',
          message: `${path} and ${namesake} both get the name ${wanted}, so the first becomes ${id}`,
          fix: 'give one of them another operationId',
          place: placeOf([...operationKeys(path, method), 'operationId']),
        });
      }
      return [{ path, method, item, object, id }];
    }),
  );
}

/** Where an operation is in its document. */
export function operationKeys(path: string, method: string): KeyPath {
  return ['paths', path, ...(isMethod(method) ? [] : ['additionalOperations']), method];
}

function operationsOf(item: PathItem): [method: string, OperationObject][] {
  return [
    ...METHODS.flatMap((method): [string, OperationObject][] => {
      const object = item[method];
      return object === undefined ? [] : [[method, object]];
    }),
    ...Object.entries(item.additionalOperations ?? {}),
  ];
}

/** Whether no client that sends with fetch can call an operation of this method. */
export function isRefusedByFetch(method: string): boolean {
  return /^(trace|track|connect)$/i.test(method);
}

function freeName(wanted: string, taken: ReadonlyMap<string, string>): string {
  const isTaken = RESERVED_FILES.has(wanted.toLowerCase()) || isReservedMember(wanted);
  const stem = isTaken ? `${wanted}_` : wanted;
  let name = stem;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${stem}${number}`;
  return name;
}
