import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A JSON Schema of the bundle. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly format?: string;
  readonly description?: string;
  readonly [keyword: string]: unknown;
}

/** One operation of the bundle. */
export interface OperationObject {
  readonly operationId: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly deprecated?: boolean;
  readonly parameters?: readonly ParameterObject[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Content>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Content>> }>>;
  readonly 'x-page'?: {
    readonly id: string;
    readonly title: string;
    readonly modified?: string;
  };
  readonly 'x-seat'?: string;
  readonly 'x-safety'?: string;
  readonly 'x-effect'?: string;
  readonly 'x-effect-because'?: string;
  readonly 'x-limit'?: string;
  readonly 'x-status'?: string;
  readonly 'x-errors'?: readonly string[];
  readonly 'x-oneOf-required'?: readonly string[];
}

/** A parameter outside the body. */
export interface ParameterObject extends Content {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly content?: Readonly<Record<string, Content>>;
  readonly 'x-evidence'?: string;
}

/** A schema with an example. */
export interface Content {
  readonly schema?: Schema;
  readonly example?: unknown;
}

/** The operations of a path by their method in lower case, and what they share. */
type PathItem = { readonly [method: string]: OperationObject | undefined } & {
  readonly parameters?: readonly ParameterObject[];
  readonly additionalOperations?: Readonly<Record<string, OperationObject>>;
};

/** The parts of the bundle that this room reads. */
export interface Bundle {
  /** The site of the vendor's documentation, where every page stands under its id. */
  readonly externalDocs?: { readonly url?: string };
  readonly tags?: readonly {
    readonly name: string;
    readonly 'x-title'?: string;
    readonly description?: string;
  }[];
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const require = createRequire(import.meta.url);
const bundles = new Map<BundleFormat, Bundle>();

/** A document of the package: its format, and its language if that is not English. */
type BundleFormat = 'json' | 'yaml' | 'zh.json';

/**
 * The path of a bundle, in this repository and in the installed package: the package exports it.
 * @param version of OpenAPI; `3.0` is the document for the generators of other languages.
 */
export function bundlePath(format: BundleFormat, version: '3.0' | '3.1' = '3.1'): string {
  return require.resolve(`weiban-openapi/openapi${version === '3.0' ? '-3.0' : ''}.${format}`);
}

/** A file of the package for Postman. */
export type PostmanFile = 'collection' | 'sandbox' | 'production';

/** The path of a file for Postman: the collection in a language, or one of its environments, which have one for both. */
export function postmanPath(file: PostmanFile, language: TextLanguage): string {
  const name = file === 'collection' ? `collection.${FORMATS[language]}` : `environment-${file}.json`;
  return require.resolve(`weiban-openapi/postman-${name}`);
}

const FORMATS = { en: 'json', zh: 'zh.json' } as const;

/** The language of descriptions. Both documents have the same structure, so readers of structure leave it out. */
export type TextLanguage = keyof typeof FORMATS;

/** The bundle in a language; read once, when it is first needed. */
export function loadBundle(language: TextLanguage = 'en'): Bundle {
  const format = FORMATS[language];
  // The cast is safe because the package ships this file, and its generator writes it.
  const bundle = bundles.get(format) ?? (JSON.parse(readFileSync(bundlePath(format), 'utf8')) as Bundle);
  bundles.set(format, bundle);
  return bundle;
}

/**
 * The operation of a path and a method.
 * @throws Error if the bundle has none.
 */
export function operationAt(path: string, method: string, language?: TextLanguage): OperationObject {
  const item = loadBundle(language).paths[path];
  const found = item?.[method.toLowerCase()] ?? item?.additionalOperations?.[method];
  if (!found) throw new Error(`the bundle has no ${method} ${path}; generate it again`);
  return found;
}

/** The parameters of an operation: its own, and those of its path that it does not replace. */
export function parametersAt(
  path: string,
  method: string,
  language?: TextLanguage,
): readonly ParameterObject[] {
  const own = operationAt(path, method, language).parameters ?? [];
  const shared = loadBundle(language).paths[path]?.parameters ?? [];
  const isReplaced = ({ name, in: place }: ParameterObject) =>
    own.some((parameter) => parameter.name === name && parameter.in === place);
  return [...shared.filter((parameter) => !isReplaced(parameter)), ...own];
}

/**
 * What a call does besides changing data: `delete`, `send` (to people, or through employees) or `none`. A write that says
 * nothing is `unknown`, which is to be treated with the care of the two.
 */
export function effectOf({ 'x-effect': effect, 'x-safety': safety }: OperationObject): string {
  return effect ?? (safety === 'read' ? 'none' : 'unknown');
}

/** What a person is asked about in any case: whether a call deletes or sends; undefined if it does neither, or nobody says. */
export function graveEffectOf(operation: OperationObject): 'delete' | 'send' | undefined {
  const effect = effectOf(operation);
  return effect === 'delete' || effect === 'send' ? effect : undefined;
}

/** Follows a schema's reference, if it has one. Keywords next to the reference win. */
export function followed(schema: Schema, language?: TextLanguage): Schema {
  const name = schema.$ref?.replace('#/components/schemas/', '');
  if (name === undefined) return schema;
  const { $ref: _, ...beside } = schema;
  return { ...followed(loadBundle(language).components.schemas[name] ?? {}, language), ...beside };
}

/** The types that a schema allows; empty if they are not known. */
export function typesOf({ type }: Schema): readonly string[] {
  return type === undefined ? [] : typeof type === 'string' ? [type] : type;
}
