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
  readonly summary: string;
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
  readonly 'x-limit'?: string;
  readonly 'x-status'?: string;
  readonly 'x-errors'?: readonly string[];
  readonly 'x-oneOf-required'?: readonly string[];
}

/** A parameter of the query or the path. */
interface ParameterObject extends Content {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly content?: Readonly<Record<string, Content>>;
  readonly 'x-evidence'?: string;
}

/** A schema with an example. */
interface Content {
  readonly schema?: Schema;
  readonly example?: unknown;
}

/** The parts of the bundle that this room reads. */
export interface Bundle {
  /** The site of the vendor's documentation, where every page stands under its id. */
  readonly externalDocs?: { readonly url?: string };
  readonly tags?: readonly {
    readonly name: string;
    readonly 'x-title'?: string;
    readonly description?: string;
  }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const require = createRequire(import.meta.url);
let bundle: Bundle | undefined;

/** The path of the bundle, in this repository and in the installed package: the package exports it. */
export function bundlePath(format: 'json' | 'yaml'): string {
  return require.resolve(`weiban-openapi/openapi.${format}`);
}

/** The bundle, read once, when it is first needed. */
export function loadBundle(): Bundle {
  // The cast is safe because the package ships this file, and its generator writes it.
  bundle ??= JSON.parse(readFileSync(bundlePath('json'), 'utf8')) as Bundle;
  return bundle;
}

/** The operation of a path and a method. @throws Error if the bundle has none. */
export function operationAt(path: string, method: string): OperationObject {
  const found = loadBundle().paths[path]?.[method.toLowerCase()];
  if (!found) throw new Error(`the bundle has no ${method} ${path}; generate it again`);
  return found;
}

/** Follows a schema's reference, if it has one. Keywords next to the reference win. */
export function followed(schema: Schema): Schema {
  const name = schema.$ref?.replace('#/components/schemas/', '');
  if (name === undefined) return schema;
  const { $ref: _, ...beside } = schema;
  return { ...followed(loadBundle().components.schemas[name] ?? {}), ...beside };
}

/** The types that a schema allows; empty if they are not known. */
export function typesOf({ type }: Schema): readonly string[] {
  return type === undefined ? [] : typeof type === 'string' ? [type] : type;
}
