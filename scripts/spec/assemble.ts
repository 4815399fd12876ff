import { type Diagnostic, type Place, SpecError } from '../kit/diagnostic.ts';
import { type Component, createComponents, ODD_TARGET } from './components.ts';
import { cutCircles } from './cut-circles.ts';
import type { Spec } from './load.ts';
import { isObject, type OpenApiDocument, type Schema } from './openapi.ts';
import { refuseOtherVersions } from './openapi-version.ts';
import { findTarget } from './references.ts';
import { judgePath, sentPath } from './sent-path.ts';
import { checkShape, isReference, NO_INFO, UNKNOWN_KEY } from './shape.ts';
import { type KeyPath, placeOf, type Source } from './source.ts';
import { readVectors } from './vectors.ts';

/** One row of `error-codes.yaml`. */
export interface ErrorEntry {
  readonly code: number;
  readonly zh: string;
  readonly en: string;
  readonly advice: string;
  /** The advice in Chinese; another specification may leave it out. */
  readonly advice_zh?: string;
  /** What the client does when any endpoint answers with this code. */
  readonly global?: 'refresh-token' | 'wait' | 'stop';
}

/** The specification as one document, as curated: without envelopes, and with every extension. */
export interface Assembled {
  readonly document: OpenApiDocument;
  readonly errors: Readonly<Record<string, ErrorEntry>>;
  /** The named reasons that corrections refer to, from `reasons.yaml`. */
  readonly reasons: Readonly<Record<string, string>>;
  /** The same in Chinese, where `reasons.yaml` has it. */
  readonly chineseReasons: Readonly<Record<string, string>>;
  /** `sandbox.yaml`, where the specification has it. */
  readonly sandbox?: Source | undefined;
  /** `prompts.yaml`, where the specification has it. */
  readonly promptSource?: Source | undefined;
  /** `search.yaml`, where the specification has it. */
  readonly search?: Source | undefined;
  /** The files of `vectors/`, where the specification has them. */
  readonly vectors: ReturnType<typeof readVectors>;
  /** The file of each component schema; the root document if the schema is written there. */
  readonly schemaSources: ReadonlyMap<string, Source>;
  /** Where the entry under these keys of the document is written. */
  readonly placeOf: (keys: KeyPath) => Place;
}

/** How to read documents that this project did not lay out. */
export interface AssembleOptions {
  /** Receives what is odd and harmless, such as an unknown key. Without it, that is refused like any other mistake. */
  readonly warn?: (finding: Diagnostic) => void;
}

/**
 * Reads every file that the root reaches, checks the shape of each, and merges them into one document. A reference to a
 * schema becomes `#/components/schemas/<name>`; a parameter, body, answer, header or path item is written where a
 * reference stands for it. Schemas have the keywords of OpenAPI 3.1.
 * @throws SpecError with all diagnostics of the check.
 */
export function assemble(spec: Spec, { warn }: AssembleOptions = {}): Assembled {
  const isOurs = warn === undefined;
  refuseOtherVersions(spec.root);
  refuse([...checkShape(spec.root, 'Root'), ...itemMistakes(spec), ...pathMistakes(spec)]);
  const components = createComponents(spec, {
    isOurs,
    check: (part) => refuse(checkPart(part)),
    report: (finding) => refuse([finding]),
  });
  const {
    paths,
    webhooks,
    components: { schemas: _, pathItems: __, ...others } = {},
    ...rest
  } = components.writeRoot();
  return {
    document: {
      ...rest,
      info: rest.info ?? UNNAMED,
      paths: sorted(paths ?? {}),
      ...(webhooks !== undefined && { webhooks: sorted(webhooks) }),
      components: { ...others, schemas: sorted(withoutCircles(components.schemas())) },
    } as unknown as OpenApiDocument,
    errors: readErrors(spec),
    ...readReasons(spec),
    sandbox: spec.beside('sandbox.yaml'),
    search: spec.beside('search.yaml'),
    vectors: readVectors(spec),
    promptSource: spec.beside('prompts.yaml'),
    schemaSources: components.sources,
    placeOf: (keys) => placeInSpec(spec, keys),
  };

  /** A circle of schemas is a warning too: what is left of it means the same for every value that a program can hold. */
  function withoutCircles(schemas: Readonly<Record<string, Schema>>): Readonly<Record<string, Schema>> {
    const found: Diagnostic[] = [];
    const cut = cutCircles(schemas, (name, circle) => {
      const source = components.sources.get(name) ?? spec.root;
      const keys = source === spec.root ? ['components', 'schemas', name] : [];
      found.push({ ...circle, place: placeOf(source, keys) });
    });
    if (warn === undefined && found.length > 0) throw new SpecError(found);
    for (const finding of found) warn?.(finding);
    return cut;
  }

  /** Refuses mistakes, all at once. What is odd and harmless is a warning if the caller takes warnings. */
  function refuse(found: readonly Diagnostic[]): void {
    const mistakes = found.filter(({ code }) => isOurs || !HARMLESS.has(code));
    if (mistakes.length > 0) throw new SpecError(mistakes);
    for (const finding of found) warn?.(finding);
  }
}

/** A path item may be written in a file of its own, or behind any other reference. */
function placeInSpec(spec: Spec, keys: KeyPath): Place {
  const [part, name, ...inside] = keys;
  const items = isObject(spec.root.value) ? spec.root.value[String(part)] : undefined;
  const item = isObject(items) ? items[String(name)] : undefined;
  if (!isReference(item) || (part !== 'paths' && part !== 'webhooks')) return placeOf(spec.root, keys);
  const { source, keys: start } = findTarget(spec, spec.root, [part, String(name)], item.$ref);
  return placeOf(source, [...start, ...inside]);
}

function itemMistakes(spec: Spec): Diagnostic[] {
  const files = new Set([...spec.pathSources.values(), ...spec.webhookSources.values()]);
  // A file of which only a part is used is checked at that part.
  return [...files]
    .filter((source) => source !== spec.root && !isDocument(source))
    .flatMap((source) => checkShape(source, 'PathItem'));
}

function isDocument({ value }: Source): boolean {
  return isObject(value) && ('openapi' in value || 'components' in value);
}

/** The code of a finding about a path that is odd and still says what to send. */
const ODD_PATH = 'path-odd';

/** The codes of what is odd in another project's document, and harmless. */
const HARMLESS: ReadonlySet<string> = new Set([UNKNOWN_KEY, ODD_PATH, NO_INFO, ODD_TARGET]);

/** The `info` of a document that has none. */
const UNNAMED = { title: 'API', version: '0' };

function pathMistakes(spec: Spec): Diagnostic[] {
  return [...spec.pathSources.keys()].flatMap((path) => {
    const judgement = judgePath(path);
    if (judgement === 'plain') return [];
    const place = placeOf(spec.root, ['paths', path]);
    const isOdd = judgement === 'mendable';
    return {
      code: isOdd ? ODD_PATH : 'path-characters',
      message: `the path ${JSON.stringify(path)} has characters that a URL path must escape`,
      fix: isOdd ? oddPathFix(path) : `write it as ${JSON.stringify(encodeURI(path))}`,
      place,
    };
  });
}

function oddPathFix(path: string): string {
  const { url, query } = sentPath(path);
  const parameters = query.map(([name]) => name).join(', ');
  return `write ${JSON.stringify(url)}, which is sent${parameters && `, and the query parameters ${parameters}`}`;
}

function checkPart({ source, keys, value, kind }: Component): Diagnostic[] {
  return checkShape(source, kind, { keys, value });
}

function readErrors(spec: Spec): Readonly<Record<string, ErrorEntry>> {
  const source = spec.beside('error-codes.yaml');
  if (source === undefined) return {};
  const found = checkShape(source, '{ErrorEntry}');
  for (const name of Object.keys(source.value as object)) {
    if (!/^[A-Z][A-Za-z0-9]*$/.test(name)) {
      found.push({
        code: 'error-name',
        message: `the error name ${JSON.stringify(name)} is not PascalCase`,
        fix: 'use letters and digits, and begin with a capital letter',
        place: placeOf(source, [name]),
      });
    }
  }
  if (found.length > 0) throw new SpecError(found);
  return source.value as Readonly<Record<string, ErrorEntry>>;
}

function readReasons(spec: Spec): Pick<Assembled, 'reasons' | 'chineseReasons'> {
  const source = spec.beside('reasons.yaml');
  if (source === undefined) return { reasons: {}, chineseReasons: {} };
  const found = checkShape(source, '{AnyReason}');
  if (found.length > 0) throw new SpecError(found);
  const rows = Object.entries(source.value as Readonly<Record<string, string | Reason>>);
  return {
    reasons: Object.fromEntries(rows.map(([name, row]) => [name, typeof row === 'string' ? row : row.en])),
    chineseReasons: Object.fromEntries(
      rows.flatMap(([name, row]) =>
        typeof row === 'string' || row.zh === undefined ? [] : [[name, row.zh]],
      ),
    ),
  };
}

interface Reason {
  readonly en: string;
  readonly zh?: string;
}

function sorted<T>(map: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
}
