import { existsSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** How two sets of types of one document compare. */
export interface TypeComparison {
  /** The properties that were compared. */
  readonly compared: number;
  /** The paths of those that are `unknown` in ours and not in theirs. */
  readonly unknown: readonly string[];
  /** The paths of those that theirs have and ours do not. */
  readonly missing: readonly string[];
}

/** Types that stand for one value: the members of a union. */
type Alternatives = readonly ts.Type[];

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  // With the DOM, which has Blob: a type that the compiler does not find would count as unknown.
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
  types: [],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  allowImportingTsExtensions: true,
};

/**
 * Compares the types that we generate from a document with those of openapi-typescript, property by property: `schema.ts`,
 * and the client's results where they were generated too.
 * @param ours the folder of our output.
 * @param theirs the folder with the `schema.ts` of openapi-typescript.
 */
export function compareTypes(ours: string, theirs: string): TypeComparison {
  const results = join(ours, 'operation-types.ts');
  const files = [
    join(ours, 'schema.ts'),
    join(theirs, 'schema.ts'),
    ...(existsSync(results) ? [results] : []),
  ];
  const program = ts.createProgram(files, OPTIONS);
  const checker = program.getTypeChecker();
  const [own, foreign, client] = files.map((file) => exportsOf(program, file));
  const walk = startWalk(checker, namedTypes(checker, foreign?.get('components')));
  for (const name of ['components', 'paths', 'webhooks']) {
    const [left, right] = [own?.get(name), foreign?.get(name)];
    if (left !== undefined && right !== undefined) walk.compare([left], [right], name);
  }
  const clientTypes = client?.get('OperationTypes');
  if (clientTypes !== undefined) compareResults(program, clientTypes, files, walk);
  return { compared: walk.compared(), unknown: walk.unknown, missing: walk.missing };
}

interface Walk {
  readonly compare: (ours: Alternatives, theirs: Alternatives, path: string) => void;
  readonly compared: () => number;
  readonly unknown: string[];
  readonly missing: string[];
}

/** The types of component schemas. Each is compared once, where it is declared: they refer to each other without end. */
function namedTypes(checker: ts.TypeChecker, components: ts.Type | undefined): ReadonlySet<ts.Type> {
  const schemas = components === undefined ? undefined : checker.getPropertyOfType(components, 'schemas');
  if (schemas === undefined) return new Set();
  return new Set(
    checker
      .getPropertiesOfType(checker.getTypeOfSymbol(schemas))
      .map((schema) => checker.getTypeOfSymbol(schema)),
  );
}

function startWalk(checker: ts.TypeChecker, named: ReadonlySet<ts.Type>): Walk {
  const unknown: string[] = [];
  const missing: string[] = [];
  const seen = new Set<string>();
  const numbers = new Map<ts.Type, number>();
  let compared = 0;
  return { compare, compared: () => compared, unknown, missing };

  function compare(ours: Alternatives, theirs: Alternatives, path: string): void {
    const left = ours.flatMap(alternatives);
    const all = theirs.flatMap(alternatives);
    // `Record<string, never>` is how theirs says that an object lists no member.
    if (all.some(isUnknown) || all.every(isNever)) return;
    if (left.some(isUnknown)) return void unknown.push(path);
    const isDeclaration = path.startsWith('components.schemas.') && path.split('.').length === 3;
    const right = isDeclaration ? all : all.filter((type) => !named.has(type));
    if (right.length === 0) return;
    const key = `${identity(left)}/${identity(right)}`;
    if (seen.has(key)) return;
    seen.add(key);
    compareInside(left, right, itemsOf, `${path}[]`);
    compareInside(left, right, othersOf, `${path}.*`);
    const names = new Set(right.flatMap(propertyNames));
    for (const name of names) {
      compared++;
      const at = `${path}.${name}`;
      const foreign = right.flatMap((type) => propertyOf(type, name));
      const own = describedIn(
        left.flatMap((type) => propertyOf(type, name)),
        foreign.length,
      );
      if (own.length > 0) compare(own, foreign, at);
      else if (left.flatMap(othersOf).length === 0) missing.push(at);
    }
  }

  /** Without the members that an alternative requires and no schema describes: theirs leave them out, ours are unknown. */
  function describedIn(own: Alternatives, count: number): Alternatives {
    const described = own.filter((type) => !isUnknown(type));
    return own.length > count && described.length > 0 ? described : own;
  }

  function compareInside(
    left: Alternatives,
    right: Alternatives,
    inside: (type: ts.Type) => Alternatives,
    path: string,
  ): void {
    const [own, foreign] = [left.flatMap(inside), right.flatMap(inside)];
    if (own.length > 0 && foreign.length > 0) compare(own, foreign, path);
  }

  function identity(types: Alternatives): string {
    return types.map(numberOf).sort().join();
  }

  function numberOf(type: ts.Type): number {
    const number = numbers.get(type) ?? numbers.size;
    numbers.set(type, number);
    return number;
  }

  function alternatives(type: ts.Type): Alternatives {
    return type.isUnion() ? type.types : [type];
  }

  function propertyNames(type: ts.Type): string[] {
    return isObject(type) ? checker.getPropertiesOfType(type).map(({ name }) => name) : [];
  }

  function propertyOf(type: ts.Type, name: string): Alternatives {
    const property = isObject(type) ? checker.getPropertyOfType(type, name) : undefined;
    return property === undefined ? [] : [checker.getTypeOfSymbol(property)];
  }

  function itemsOf(type: ts.Type): Alternatives {
    return checker.isArrayType(type) || checker.isTupleType(type)
      ? checker.getTypeArguments(type as ts.TypeReference)
      : [];
  }

  function othersOf(type: ts.Type): Alternatives {
    const other = isObject(type) ? checker.getIndexTypeOfType(type, ts.IndexKind.String) : undefined;
    return other === undefined ? [] : [other];
  }

  function isObject(type: ts.Type): boolean {
    const hasMembers = (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0;
    return hasMembers && !checker.isArrayType(type) && !checker.isTupleType(type);
  }
}

function isUnknown({ flags }: ts.Type): boolean {
  return (flags & (ts.TypeFlags.Unknown | ts.TypeFlags.Any)) !== 0;
}

function isNever({ flags }: ts.Type): boolean {
  return (flags & ts.TypeFlags.Never) !== 0;
}

/** The types that a module exports, by name. */
function exportsOf(program: ts.Program, file: string): ReadonlyMap<string, ts.Type> {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
  const symbols = module === undefined ? [] : checker.getExportsOfModule(module);
  return new Map(symbols.map((symbol) => [symbol.name, checker.getDeclaredTypeOfSymbol(symbol)]));
}

/** Compares the client's results with the JSON of successful answers. `paths` says which operation has which id. */
function compareResults(
  program: ts.Program,
  results: ts.Type,
  [own = '', foreign = '']: readonly string[],
  walk: Walk,
): void {
  const checker = program.getTypeChecker();
  const paths = exportsOf(program, foreign).get('paths');
  if (paths === undefined) return;
  const member = (type: ts.Type | undefined, name: string) => {
    const property = type === undefined ? undefined : checker.getPropertyOfType(type, name);
    return property === undefined ? undefined : checker.getTypeOfSymbol(property);
  };
  for (const { path, method, id } of operationIds(program.getSourceFile(own))) {
    const answers = member(member(member(paths, path), method), 'responses');
    const statuses =
      answers === undefined ? [] : checker.getPropertiesOfType(answers).map(({ name }) => name);
    const status = statuses.find((name) => name === '200') ?? statuses.find((name) => name.startsWith('2'));
    const content = status === undefined ? undefined : member(member(answers, status), 'content');
    const types = content === undefined ? [] : checker.getPropertiesOfType(content);
    const json = types.find(({ name }) => /^(application|text)\/([\w.-]+\+)?json\b/i.test(name));
    const result = member(member(results, id), 'result');
    if (json !== undefined && result !== undefined)
      walk.compare([result], [checker.getTypeOfSymbol(json)], `client ${id}`);
  }
}

/** The id of each operation in our `schema.ts`, as `paths` refers to it. */
function operationIds(source: ts.SourceFile | undefined): { path: string; method: string; id: string }[] {
  const found: { path: string; method: string; id: string }[] = [];
  const paths = source?.statements.find(
    (node) => ts.isInterfaceDeclaration(node) && node.name.text === 'paths',
  );
  if (paths === undefined || !ts.isInterfaceDeclaration(paths)) return found;
  for (const item of paths.members) {
    if (!ts.isPropertySignature(item) || item.type === undefined || !ts.isTypeLiteralNode(item.type))
      continue;
    for (const operation of item.type.members) {
      const type = ts.isPropertySignature(operation) ? operation.type : undefined;
      if (type === undefined || !ts.isIndexedAccessTypeNode(type) || !ts.isLiteralTypeNode(type.indexType))
        continue;
      const { literal } = type.indexType;
      if (ts.isStringLiteral(literal))
        found.push({ path: nameOf(item), method: nameOf(operation), id: literal.text });
    }
  }
  return found;
}

function nameOf({ name }: ts.TypeElement): string {
  return name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : '';
}
