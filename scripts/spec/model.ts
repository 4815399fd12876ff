import { type Diagnostic, SpecError } from '../kit/diagnostic.ts';
import { type Answer, readAnswer } from './answer.ts';
import type { Assembled, ErrorEntry } from './assemble.ts';
import { NO_ENVELOPE, readEnvelopes } from './envelopes.ts';
import { type NamedOperation, nameOperations, operationKeys } from './name-operations.ts';
import { belowBase, camelCase, memberName, pascalCase } from './names.ts';
import {
  type Envelope,
  isObject,
  type OpenApiDocument,
  type OperationObject,
  type Parameter,
  type Schema,
} from './openapi.ts';
import { fixedParameters, reportParameters, withShared } from './operation-parameters.ts';
import { pointerKeys } from './pointer.ts';
import { needsCredential, type Profile, readProfile, readSecurity, type Security } from './profile.ts';
import { type Prompt, readPrompts } from './prompts.ts';
import { reportClashes, reportTokenCall } from './report-operations.ts';
import { type RequestBody, readRequestBody } from './request-body.ts';
import { readSandbox } from './sandbox.ts';
import type { SandboxKnowledge } from './sandbox-knowledge.ts';
import { readSearchWords, type SearchWords } from './search-words.ts';
import { sentPath } from './sent-path.ts';
import type { KeyPath } from './source.ts';

/** Whether a call may be retried. */
type Safety = 'read' | 'idempotent' | 'write';
type Effect = 'none' | 'delete' | 'send';
/** The vendor's quota that a call counts against. */
type Limit = 'read' | 'write' | 'bulk';

/** How a list is paged. Fields of the answer are dotted paths in the result. */
interface Pagination {
  readonly style: 'offset' | 'page' | 'cursor';
  readonly [part: string]: string | number | undefined;
}

/** How a list that is too long for one call may be split. */
interface BatchRule {
  readonly argument: string;
  readonly max: number;
  /** The dotted path of the rows in the answer, and the field of a row that holds the item of the argument. */
  readonly items?: string;
  readonly key?: string;
}

/** An error that an operation documents. */
interface OperationError {
  readonly name: string;
  readonly code: number;
}

/** One operation, with everything resolved that an emitter needs. */
export interface Operation {
  readonly id: string;
  /** The id in Pascal case: the stem of its type names. */
  readonly typeName: string;
  /** The client's property that has the method; undefined if it is a method of the client itself. */
  readonly namespace: string | undefined;
  readonly member: string;
  /** In lower case, or as `additionalOperations` writes it. */
  readonly method: string;
  readonly path: string;
  /** The path relative to the base path, without a leading slash. A path outside the base path keeps its slash. */
  readonly url: string;
  readonly object: OperationObject;
  readonly safety: Safety;
  /** Whether it deletes something or sends something to people; `none` if the specification does not say. */
  readonly effect: Effect;
  readonly limit: Limit;
  readonly envelope: { readonly name: string; readonly envelope: Envelope } | undefined;
  /** The credentials that the call needs: one of these alternatives. */
  readonly security: Security;
  /** Whether the call carries a credential. */
  readonly authenticated: boolean;
  readonly parameters: readonly Parameter[];
  readonly body: RequestBody | undefined;
  /** What a success holds, without the envelope. */
  readonly answer: Answer;
  /** The schema of `answer`; undefined if it is not JSON or the specification has none. */
  readonly result: Schema | undefined;
  readonly errors: readonly OperationError[];
  readonly pagination: Pagination | undefined;
  /** One rule for each argument that is a list; none for a call that may not be split. */
  readonly batches: readonly BatchRule[];
}

/** A language of the specification's texts. */
export type Language = 'en' | 'zh';

/** The input of the emitters. */
export interface Model {
  readonly document: OpenApiDocument;
  /** The language of its texts. */
  readonly language: Language;
  readonly basePath: string;
  readonly envelopes: Readonly<Record<string, Envelope>>;
  readonly profile: Profile;
  readonly operations: readonly Operation[];
  readonly schemas: Readonly<Record<string, Schema>>;
  readonly errors: Readonly<Record<string, ErrorEntry>>;
  /** The sentence of each named reason. */
  readonly reasons: Readonly<Record<string, string>>;
  /** The same in Chinese, where the specification has it. */
  readonly chineseReasons: Readonly<Record<string, string>>;
  readonly sandbox: SandboxKnowledge;
  readonly searchWords: SearchWords;
  /** What a client in any language must do exactly, by subject. */
  readonly vectors: Assembled['vectors'];
  readonly prompts: readonly Prompt[];
}

/**
 * Resolves an assembled specification into operations with their names, arguments, results and errors.
 * @throws SpecError if two operations get the same name, or an operation names an error or envelope that does not exist.
 */
export function buildModel(
  { document, errors, reasons, chineseReasons, sandbox, search, promptSource, vectors, placeOf }: Assembled,
  { warn }: { readonly warn?: (finding: Diagnostic) => void } = {},
): Model {
  const basePath = typeof document['x-base-path'] === 'string' ? document['x-base-path'] : '';
  const envelopes = readEnvelopes(document);
  const diagnostics: Diagnostic[] = [];
  const profile = readProfile(document, (finding) => {
    diagnostics.push({ ...finding, place: placeOf(['x-token', 'scheme']) });
  });
  const doubt = warn ?? ((finding: Diagnostic) => void diagnostics.push(finding));
  const context = { document, basePath, envelopes, errors, diagnostics, doubt, placeOf };
  const below = (path: string) => belowBase(path, basePath);
  const operations = nameOperations(document, below, context)
    .map((named) => buildOperation(context, named))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  reportClashes(operations, context);
  reportTokenCall(profile, operations, context);
  if (diagnostics.length > 0) throw new SpecError(diagnostics);
  const operationIds = new Set(operations.map(({ id }) => id));
  return {
    document,
    language: 'en',
    basePath,
    envelopes,
    profile,
    operations,
    schemas: document.components?.schemas ?? {},
    errors,
    reasons,
    chineseReasons,
    sandbox: readSandbox(sandbox, operationIds, errors),
    searchWords: readSearchWords(search, operationIds),
    vectors,
    prompts: readPrompts(promptSource),
  };
}

/** The model of another form of the same document, such as one in another language. It was checked before, so nothing warns. */
export function rebuildModel(model: Model, document: OpenApiDocument, reasons = model.reasons): Model {
  const { sandbox, searchWords, prompts, language, ...rest } = model;
  const rebuilt = buildModel(
    { ...rest, document, reasons, schemaSources: new Map(), placeOf: () => UNPLACED },
    { warn: () => undefined },
  );
  return { ...rebuilt, language, sandbox, searchWords, prompts };
}

/** A rebuilt model reports nothing, so nobody asks for a place. */
const UNPLACED = { file: '', line: 1, column: 1 };

interface Context {
  readonly document: OpenApiDocument;
  readonly basePath: string;
  readonly envelopes: Readonly<Record<string, Envelope>>;
  readonly errors: Readonly<Record<string, ErrorEntry>>;
  readonly diagnostics: Diagnostic[];
  /** Receives what is odd: a warning where the caller takes warnings, otherwise a mistake. */
  readonly doubt: (finding: Diagnostic) => void;
  readonly placeOf: Assembled['placeOf'];
}

function buildOperation(context: Context, { path, method, item, object, id }: NamedOperation): Operation {
  const { document, basePath } = context;
  const sent = sentPath(path);
  const url = belowBase(sent.url, basePath);
  const declared = withShared(object.parameters ?? [], item.parameters ?? []);
  const parameters = [...declared, ...fixedParameters(sent.query, declared)];
  const keys = operationKeys(path, method);
  reportParameters(
    context,
    { endpoint: `${method.toUpperCase()} ${sent.url}`, url: sent.url, keys, item, object },
    parameters,
  );
  const security = readSecurity(object.security ?? document.security);
  const envelope = chooseEnvelope(context, object, path, keys);
  const answer = readAnswer(object, envelope !== undefined, (schema = {}) => resolve(document, schema));
  return {
    id,
    method,
    path,
    url,
    object,
    parameters,
    typeName: pascalCase(id),
    ...place(id, url, url !== sent.url),
    safety: (object['x-safety'] as Safety | undefined) ?? 'write',
    effect: (object['x-effect'] as Effect | undefined) ?? 'none',
    limit: (object['x-limit'] as Limit | undefined) ?? 'write',
    envelope,
    security,
    authenticated: needsCredential(security),
    body: readRequestBody(context, path, method, object),
    answer: method === 'head' ? { ...answer, kind: 'none', schema: undefined } : answer,
    result: answer.schema,
    errors: namedErrors(context, object, path, keys),
    pagination: object['x-pagination'] as Pagination | undefined,
    batches: [object['x-batch'] ?? []].flat() as BatchRule[],
  };
}

/** The client's naming rule: first segment, then the rest. An id that differs from its path is a method of the client itself. */
function place(
  id: string,
  url: string,
  isBelowBase: boolean,
): { namespace: string | undefined; member: string } {
  const [first = '', ...rest] = url.split('/');
  if (!isBelowBase || rest.length === 0 || id !== camelCase(url)) return { namespace: undefined, member: id };
  return { namespace: memberName(first), member: memberName(rest.join('/')) };
}

function chooseEnvelope(
  { envelopes, diagnostics, placeOf }: Context,
  object: OperationObject,
  path: string,
  keys: KeyPath,
): Operation['envelope'] {
  const name = typeof object['x-envelope'] === 'string' ? object['x-envelope'] : Object.keys(envelopes)[0];
  if (name === undefined || name === NO_ENVELOPE) return undefined;
  const envelope = Object.hasOwn(envelopes, name) ? envelopes[name] : undefined;
  if (envelope !== undefined) return { name, envelope };
  const known = [...Object.keys(envelopes), NO_ENVELOPE].join(', ');
  diagnostics.push({
    code: 'envelope',
    message: `${path} names the envelope ${JSON.stringify(name)}, which x-envelopes does not define`,
    fix: `use one of: ${known}`,
    place: placeOf([...keys, 'x-envelope']),
  });
  return undefined;
}

function namedErrors(
  { errors, diagnostics, placeOf }: Context,
  object: OperationObject,
  path: string,
  keys: KeyPath,
): OperationError[] {
  const names = Array.isArray(object['x-errors']) ? (object['x-errors'] as string[]) : [];
  return names.flatMap((name, at) => {
    const entry = Object.hasOwn(errors, name) ? errors[name] : undefined;
    if (entry !== undefined) return [{ name, code: entry.code }];
    diagnostics.push({
      code: 'error-exists',
      message: `${path} names the error ${JSON.stringify(name)}, which does not exist`,
      fix: 'add it to error-codes.yaml, or correct the name',
      place: placeOf([...keys, 'x-errors', at]),
    });
    return [];
  });
}

/** Follows a local reference. Returns any other value unchanged. */
export function resolve<T>(document: OpenApiDocument, value: T): T {
  let current: unknown = value;
  for (let hops = 0; hops < 32 && isObject(current) && typeof current.$ref === 'string'; hops++) {
    current = pointerKeys(current.$ref.slice(1)).reduce<unknown>(
      (at, key) => (isObject(at) ? at[key] : undefined),
      document,
    );
  }
  return current as T;
}
