import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseDocument,
  type Scalar,
  visit,
} from 'yaml';
import { type Diagnostic, type Place, SpecError } from '../kit/diagnostic.ts';
import { readText } from '../kit/read-text.ts';
import { offsetsInJson, parseJsonText } from './json-text.ts';
import { parseCache } from './parse-cache.ts';

/** The way to a value inside a file: keys and indexes from the top. */
export type KeyPath = readonly (string | number)[];

/** One YAML or JSON file, parsed, with what is needed to point back into it. */
export interface Source {
  /** Path as a person names it, relative to where the command runs. */
  readonly name: string;
  /** Absolute path. */
  readonly path: string;
  readonly text: string;
  readonly value: unknown;
  /** The nodes that the value came from, and the lines that they stand on: parsed when they are asked for. */
  readonly nodes: () => SourceNodes;
  /** For JSON: finds a place without parsing the text into nodes. */
  readonly placeInJson?: (keys: KeyPath) => Place;
}

/** How to read a file that another project laid out. */
export interface ReadOptions {
  /** Takes anchors, aliases and merge keys of YAML. Without it, they are refused. */
  readonly anchors?: boolean;
}

/** The YAML nodes of a text. */
export interface SourceNodes {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

/**
 * Reads and parses one file of the specification. Anchors, aliases and the key `__proto__` are refused: the
 * specification is input, and none of them has a use in it.
 * @throws SpecError with the place of each mistake.
 */
export function readSource(path: string, name: string): Source {
  return parseSource(readFileText(path, name), path, name);
}

/**
 * Reads and parses one file of a document that another project may have laid out: anchors, aliases and merge keys of YAML
 * are written out.
 * @throws SpecError with the place of each mistake.
 */
export function readAnySource(path: string, name: string): Source {
  return parseSource(readFileText(path, name), path, name, undefined, { anchors: true });
}

function readFileText(path: string, name: string): string {
  try {
    return readText(path, name);
  } catch (error) {
    if (error instanceof SpecError) throw error;
    const place = { file: name, line: 1, column: 1 };
    throw new SpecError([
      {
        code: 'file-missing',
        message: 'the file cannot be read',
        fix: 'create it, or correct the reference to it',
        place,
      },
    ]);
  }
}

/**
 * Parses text as {@link readSource} does; `path` and `name` say where it stands.
 * @param parsed the nodes of the text and their value, where they are there already.
 */
export function parseSource(
  text: string,
  path: string,
  name: string,
  parsed?: { readonly nodes: SourceNodes; readonly value: unknown },
  { anchors = false }: ReadOptions = {},
): Source {
  const hasOddKey = text.includes('__proto__');
  const json = parsed === undefined && !hasOddKey && isJsonText(text) ? parseJsonText(text) : undefined;
  if (json !== undefined)
    return { ...sourceOf(json.value, text, path, name), placeInJson: placesInJson(text, name) };
  const known = parseCache()?.get(text);
  if (known) return sourceOf(known.value, text, path, name);
  const nodes = parsed?.nodes ?? nodesOf(text, { anchors });
  const { document, lines } = nodes;
  const diagnostics: Diagnostic[] = [...document.errors, ...document.warnings].map((error) => ({
    code: 'yaml-syntax',
    message: oneLine(error.message),
    fix: YAML_FIXES[error.code] ?? 'correct the YAML at this place',
    place: placeAt(lines, name, error.pos[0]),
  }));
  const mayHaveAnchors = /[&*]/.test(text);
  if (mayHaveAnchors || hasOddKey) {
    const found = refusedNodes(document, lines, name);
    diagnostics.push(...found.filter(({ code }) => !anchors || code !== ANCHOR));
    // The cache is for every reader, also for those that refuse anchors.
    if (diagnostics.length === 0 && found.length > 0) return sourceWithAnchors(nodes, text, path, name);
  }
  if (diagnostics.length > 0) throw new SpecError(diagnostics);
  const value: unknown = parsed ? parsed.value : document.toJS({ maxAliasCount: 0 });
  parseCache()?.set(text, value);
  return { name, path, text, value, nodes: () => nodes };
}

function isJsonText(text: string): boolean {
  return /^\s*[{[]/.test(text);
}

/** The most values that aliases may stand for, so that a small file cannot become a huge document. */
const MOST_ALIASES = 10_000;

/** @throws SpecError if the aliases stand for too much. */
function sourceWithAnchors(nodes: SourceNodes, text: string, path: string, name: string): Source {
  try {
    const value: unknown = nodes.document.toJS({ maxAliasCount: MOST_ALIASES });
    return { name, path, text, value, nodes: () => nodes };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const place = { file: name, line: 1, column: 1 };
    const message = `aliases stand for more than ${MOST_ALIASES} values, which is how a small file becomes a huge one`;
    throw new SpecError([{ code: ANCHOR, message, fix: 'write the values out', place }]);
  }
}

/** A source of which the value is known, and the nodes are not asked for as a rule. */
export function sourceOf(value: unknown, text: string, path: string, name: string): Source {
  let nodes: SourceNodes | undefined;
  return {
    name,
    path,
    text,
    value,
    nodes: () => {
      nodes ??= nodesOf(text);
      return nodes;
    },
  };
}

/** Parses a text into nodes, whatever mistakes are in it. */
export function nodesOf(text: string, { anchors = false }: ReadOptions = {}): SourceNodes {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: isSameKey,
    merge: anchors,
  });
  keepExact(document, text);
  return { document, lines };
}

/** Whether two keys become the same member of an object, as `200` and `'200'` do. */
export function isSameKey(a: ParsedNode, b: ParsedNode): boolean {
  return a === b || (isScalar(a) && isScalar(b) && memberName(a) === memberName(b));
}

function memberName({ value, source }: Scalar): string {
  if (value === null) return '';
  // All of its digits count, which the number has lost; they become a bigint.
  const isLarge = typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(source ?? '');
  return isLarge ? String(BigInt(source ?? '')) : String(value);
}

const YAML_FIXES: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: "keep one of the two entries; 200 and '200' are the same key",
  BAD_INDENT: 'indent the line as its siblings are',
  TAB_AS_INDENT: 'indent with spaces',
  MISSING_CHAR: 'close the quote, bracket or brace that is open',
};

/** Integers beyond 2^53 become bigints, so that no digit is lost between a page and its facts. */
export function keepExact(document: Document, text: string): void {
  if (!/\d{16}/.test(text)) return;
  visit(document, {
    Scalar: (_, node) => {
      const isInteger = typeof node.value === 'number' && /^-?\d+$/.test(node.source ?? '');
      if (isInteger && !Number.isSafeInteger(node.value)) node.value = BigInt(node.source ?? '');
    },
  });
}

/** The code of a finding about an anchor or alias. */
const ANCHOR = 'yaml-anchor';

function refusedNodes(document: Document.Parsed, lines: LineCounter, name: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  const refuse = (offset: number, message: string, fix: string, code = ANCHOR) =>
    found.push({ code, message, fix, place: placeAt(lines, name, offset) });
  visit(document, {
    Alias: (_, node) => {
      refuse(
        node.range?.[0] ?? 0,
        `alias *${node.source} is not allowed`,
        'write the value out, or move it to spec/schemas/',
      );
    },
    Value: (_, node) => {
      if (node.anchor)
        refuse(node.range?.[0] ?? 0, `anchor &${node.anchor} is not allowed`, 'remove the anchor');
    },
    Pair: (_, pair) => {
      if (isScalar(pair.key) && pair.key.value === '__proto__') {
        const offset = pair.key.range?.[0] ?? 0;
        refuse(offset, 'the key __proto__ is not allowed', 'rename or remove the key', 'yaml-refused');
      }
    },
  });
  return found;
}

/** Where the entry under `keys` stands: its key for a map entry, the value itself for a list entry. */
export function placeOf(source: Source, keys: KeyPath): Place {
  if (source.placeInJson) return source.placeInJson(keys);
  const { document, lines } = source.nodes();
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const key of keys) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (!isPair(pair)) break;
      offset = isNode(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      if (!isNode(node)) break;
      offset = node.range?.[0] ?? offset;
    } else break;
  }
  return placeAt(lines, source.name, offset);
}

/** Reads the text once it is asked for the first place. */
function placesInJson(text: string, file: string): (keys: KeyPath) => Place {
  let offsetOf: ((keys: KeyPath) => number) | undefined;
  const lines = new LineCounter();
  return (keys) => {
    if (offsetOf === undefined) {
      lines.addNewLine(0);
      for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1))
        lines.addNewLine(end + 1);
      offsetOf = offsetsInJson(text);
    }
    return placeAt(lines, file, offsetOf(keys));
  };
}

function placeAt(lines: LineCounter, file: string, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
}

function oneLine(text: string): string {
  return text.split('\n', 1)[0]?.trim() ?? text;
}
