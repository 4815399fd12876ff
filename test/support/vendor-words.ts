// What is Weiban's in a source text, by the specification: the words and numbers that belong in spec/ alone.
import ts from 'typescript';
import type { Model } from '../../scripts/spec/model.ts';
import { isObject } from '../../scripts/spec/openapi.ts';

/** What a literal or the name of a property must not be or contain. */
export interface VendorWords {
  /** A literal must not contain these: hosts, the path prefix, names of envelopes and tokens. */
  readonly parts: ReadonlyMap<string, string>;
  /** A literal must not be one of these: paths, operationIds, names of errors, licences. */
  readonly wholes: ReadonlyMap<string, string>;
  /** Codes and limits. */
  readonly numbers: ReadonlyMap<number, string>;
}

/** A place with something of the vendor's. */
export interface Finding {
  readonly line: number;
  readonly text: string;
  /** What it is. */
  readonly kind: string;
}

/** Names of the specification that are English words, and in code mean something of our own. */
const ENGLISH = new Set(['secret', 'success', 'data']);
/** Smaller numbers say nothing: 5 and 300 may be anything. */
const TELLING = 1000;
/** An hour in seconds is everybody's. */
const HOUR = 3600;

/** The words and numbers of a specification's own vendor. */
export function vendorWords({
  document,
  basePath,
  envelopes,
  errors,
  operations,
  profile,
}: Model): VendorWords {
  const { schemes, token } = profile;
  const telling = (names: readonly (string | undefined)[]) =>
    names.filter((name): name is string => name !== undefined && name !== '' && !ENGLISH.has(name));
  const servers = Array.isArray(document.servers) ? document.servers : [];
  const urls = [...servers, document.externalDocs].map((place) => Object(place).url);
  const hosts = urls.filter((url) => typeof url === 'string').map((url) => new URL(url).hostname);
  const seats = document['x-seats'];
  const tokenNames = telling([
    ...Object.values(schemes).map(({ name }) => name),
    token?.corpId,
    token?.secret,
    ...Object.keys(token?.fixed ?? {}),
    ...[token?.token, token?.lifetime].flatMap((path) => path?.split('.')),
  ]);
  const envelopeNames = telling(
    Object.values(envelopes).flatMap(({ code, message, flag, result }) => [code, message, flag, result]),
  );
  const words = (kind: string, texts: readonly string[]) => texts.map((text) => [text, kind] as const);
  return {
    parts: new Map([
      ...words('server', hosts),
      ...words('path', [basePath]),
      ...words("token's name", tokenNames),
      ...words("envelope's field", envelopeNames),
    ]),
    wholes: new Map([
      ...words(
        'path',
        operations.map(({ path }) => path.slice(basePath.length + 1)).filter((path) => /[/_]/.test(path)),
      ),
      ...words(
        'operationId',
        operations.map(({ id }) => id),
      ),
      ...words("error's name", Object.keys(errors)),
      ...words('licence', isObject(seats) ? Object.entries(seats).flat().map(String) : []),
    ]),
    numbers: new Map(
      [
        ...numbersIn(document['x-limits']).map((limit) => [limit, 'limit'] as const),
        ...Object.values(errors).map(({ code }) => [code, "error's code"] as const),
      ].filter(([number]) => number >= TELLING && number !== HOUR),
    ),
  };
}

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return isObject(value) || Array.isArray(value) ? Object.values(value).flatMap(numbersIn) : [];
}

/** What of the vendor's stands in the literals and the names of properties of a source text, comments left out. */
export function findVendorWords(file: string, text: string, words: VendorWords): Finding[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Finding[] = [];
  const visit = (node: ts.Node): void => {
    const kind = kindOf(node, words);
    if (kind !== undefined) {
      const start = node.getStart(source);
      found.push({
        line: source.getLineAndCharacterOfPosition(start).line + 1,
        text: text.slice(start, node.end),
        kind,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function kindOf(node: ts.Node, { parts, wholes, numbers }: VendorWords): string | undefined {
  // Modules have names of their own.
  if (node.parent !== undefined && ts.isImportDeclaration(node.parent)) return undefined;
  if (ts.isNumericLiteral(node)) return numbers.get(Number(node.text));
  if (ts.isIdentifier(node)) return parts.get(node.text) ?? (isKey(node) ? wholes.get(node.text) : undefined);
  if (!ts.isLiteralExpression(node) && !ts.isTemplateHead(node) && !ts.isTemplateMiddleOrTemplateTail(node))
    return undefined;
  // A regular expression escapes slashes.
  const content = ts.isRegularExpressionLiteral(node) ? node.text.replaceAll('\\/', '/') : node.text;
  return wholes.get(content) ?? [...parts].find(([part]) => content.includes(part))?.[1];
}

/** A key of a table, such as an operationId. A lower-case word is a name of our own. */
function isKey(node: ts.Identifier): boolean {
  return ts.isPropertyAssignment(node.parent) && node.parent.name === node && /[A-Z]/.test(node.text);
}
