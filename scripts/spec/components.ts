import type { Diagnostic } from '../kit/diagnostic.ts';
import { currentSchema } from './current-schema.ts';
import type { Spec } from './load.ts';
import { mapShape, type Part } from './map-shape.ts';
import { isObject, type Schema } from './openapi.ts';
import { referencedSchema, schemaReference } from './pointer.ts';
import {
  findTarget,
  heldSchema,
  pointerOf,
  refuseReference,
  suggestedName,
  type Target,
  targetKey,
} from './references.ts';
import { isReference } from './shape.ts';
import { type KeyPath, placeOf, type Source } from './source.ts';

/** A part of the specification that a reference leads to, and its kind: a row of `SHAPES`. */
export interface Component extends Target {
  readonly kind: string;
}

/** The parts of a document, written without references to other files. */
export interface Components {
  /** The root document, in which only schemas are referred to. Its own order of keys stays. */
  readonly writeRoot: () => RootParts;
  /** Every component schema by its name. */
  readonly schemas: () => Readonly<Record<string, Schema>>;
  /** The file of each component schema. */
  readonly sources: ReadonlyMap<string, Source>;
}

interface RootParts {
  readonly paths?: Part;
  readonly webhooks?: Part;
  readonly components?: Part;
  readonly [key: string]: unknown;
}

interface Options {
  /** Whether this project laid the files out: two files with one name are then a mistake, and so is an odd name. */
  readonly isOurs: boolean;
  /** Checks the shape of a part of another file than the root. */
  readonly check: (part: Component) => void;
  /** Receives a reference that leads to something other than a schema: a mistake, or a warning for a foreign document. */
  readonly report: (finding: Diagnostic) => void;
}

const TEXTS = ['title', 'summary', 'description'] as const;
/** The code of a finding: a reference that leads to something that is no schema, and holds one. */
export const ODD_TARGET = 'odd-target';
const COMPONENT_NAME = /^[A-Za-z][A-Za-z0-9_.-]*$/;
const SCHEMAS = ['components', 'schemas'] as const;

/** The keys that may stand beside `$ref` in a 3.0 document; it ignores all others. */
const ANNOTATIONS = /^(description|summary|title|deprecated|x-.*)$/;

/** Prepares to write the parts of a specification. Component schemas get their names in the order in which they are met. */
export function createComponents(spec: Spec, { isOurs, check, report }: Options): Components {
  const root = spec.root.value as Part;
  const given = isObject(root.components) && isObject(root.components.schemas) ? root.components.schemas : {};
  const names = new Map<string, string>();
  const sources = new Map<string, Source>();
  const further: Record<string, Schema> = Object.create(null);
  let own: Readonly<Record<string, Schema>> = {};
  for (const name of Object.keys(given)) {
    refuseOddName(name, spec.root, [...SCHEMAS, name]);
    names.set(targetKey({ source: spec.root, keys: [...SCHEMAS, name], value: undefined }), name);
    sources.set(name, spec.root);
  }
  return {
    writeRoot() {
      const { components, ...rest } = write(
        { source: spec.root, keys: [], value: root, kind: 'Root' },
        [],
      ) as {
        components?: { schemas?: Readonly<Record<string, Schema>> };
      };
      own = components?.schemas ?? {};
      for (const name of Object.keys(own)) refuseEndless(name);
      return { ...rest, ...(components !== undefined && { components }) };
    },
    schemas: () => ({ ...own, ...further }),
    sources,
  };

  function write({ source, keys: at, value, kind }: Component, inside: readonly string[]): unknown {
    return mapShape(
      value,
      kind,
      (given, kindOfPart, keys) => {
        const part = withTexts(given, source, keys);
        if (kindOfPart === 'Schema')
          return writeSchema(withProperties(part, source, keys, inside), source, keys);
        return typeof part.$ref === 'string' ? writeInline(part, kindOfPart, source, keys, inside) : part;
      },
      at,
    );
  }

  /** Writes out texts that stand behind a reference, as some projects write them. */
  function withTexts(part: Part, source: Source, keys: KeyPath): Part {
    if (!TEXTS.some((key) => isReference(part[key]))) return part;
    const copy: Record<string, unknown> = { ...part };
    for (const key of TEXTS) {
      const text = part[key];
      if (!isReference(text)) continue;
      const { value } = findTarget(spec, source, [...keys, key], text.$ref);
      if (typeof value === 'string') copy[key] = value;
      else
        refuseReference(
          source,
          [...keys, key],
          `${JSON.stringify(text.$ref)} is no text`,
          'write the text here',
        );
    }
    return copy;
  }

  /** Writes out properties that stand behind one reference, as some projects write them. */
  function withProperties(part: Part, source: Source, keys: KeyPath, inside: readonly string[]): Part {
    if (!isReference(part.properties)) return part;
    const properties = writeInline(part.properties, '{AnySchema}', source, [...keys, 'properties'], inside);
    return { ...part, properties };
  }

  function writeSchema(part: Part, source: Source, keys: KeyPath): Part {
    const { discriminator } = part;
    const mapping =
      isObject(discriminator) && isObject(discriminator.mapping) ? discriminator.mapping : undefined;
    const mapped =
      mapping === undefined
        ? part
        : {
            ...part,
            discriminator: { ...(discriminator as Part), mapping: writeMapping(mapping, source, keys) },
          };
    return currentSchema(typeof part.$ref === 'string' ? writeReference(mapped, source, keys) : mapped);
  }

  function writeReference(part: Part, source: Source, keys: KeyPath): Part {
    const { $ref, ...beside } = part;
    const kept = Object.entries(beside).filter(([key]) => !isVersion30() || ANNOTATIONS.test(key));
    return { $ref: referenceTo(String($ref), source, keys), ...Object.fromEntries(kept) };
  }

  /** A value of a mapping is a reference, or the name of a schema. */
  function writeMapping(mapping: Part, source: Source, keys: KeyPath): Part {
    const entries = Object.entries(mapping).map(([value, target]) => {
      const isReference = typeof target === 'string' && /[#/]|\.(ya?ml|json)$/.test(target);
      return [value, isReference ? referenceTo(target, source, keys) : target];
    });
    return Object.fromEntries(entries);
  }

  function referenceTo(reference: string, source: Source, keys: KeyPath): string {
    const target = schemaTarget(reference, source, keys);
    const key = targetKey(target);
    const name = names.get(key) ?? addSchema(key, target, source, keys);
    return schemaReference(name);
  }

  /** A response, body, parameter or header in place of a schema: the schema inside it was meant. */
  function schemaTarget(reference: string, source: Source, keys: KeyPath): Target {
    const target = findTarget(spec, source, keys, reference);
    const found = heldSchema(target);
    if (found === undefined) return target;
    const { holder, held } = found;
    report({
      code: ODD_TARGET,
      message: `$ref ${JSON.stringify(reference)} leads to a ${holder}, where a schema belongs`,
      fix: `refer to ${JSON.stringify(pointerOf(held))}; it is read as that`,
      place: placeOf(source, [...keys, '$ref']),
    });
    return held;
  }

  function addSchema(key: string, target: Target, source: Source, keys: KeyPath): string {
    const name = freeName(target, source, keys);
    names.set(key, name);
    sources.set(name, target.source);
    const component = { ...target, kind: 'AnySchema' };
    // What is in the root was checked with the root.
    if (target.source !== spec.root) check(component);
    further[name] = write(component, []) as Schema;
    refuseEndless(name);
    return name;
  }

  function freeName(target: Target, source: Source, keys: KeyPath): string {
    const wanted = suggestedName(target) || 'Schema';
    const namesake = sources.get(wanted);
    if (namesake === undefined) {
      refuseOddName(wanted, source, keys);
      return wanted;
    }
    if (isOurs) {
      const files = `${namesake.name} and ${target.source.name}`;
      refuseReference(source, keys, `two schemas are called ${wanted}: ${files}`, 'rename one of the files');
    }
    for (let number = 2; ; number++) if (!sources.has(`${wanted}_${number}`)) return `${wanted}_${number}`;
  }

  function refuseOddName(name: string, source: Source, keys: KeyPath): void {
    if (!isOurs || COMPONENT_NAME.test(name)) return;
    const fix = 'use letters, digits, - . and _, and begin with a letter';
    refuseReference(source, keys, `the schema name ${JSON.stringify(name)} is not allowed`, fix);
  }

  function writeInline(
    part: Part,
    kind: string,
    source: Source,
    keys: KeyPath,
    inside: readonly string[],
  ): unknown {
    const { $ref, ...beside } = part;
    const target = findTarget(spec, source, keys, String($ref));
    const key = targetKey(target);
    if (inside.includes(key))
      refuseReference(
        source,
        keys,
        `$ref ${JSON.stringify($ref)} leads back to itself`,
        'write the part out once',
      );
    const component = { ...target, kind };
    if (target.source !== spec.root) check(component);
    const written = write(component, [...inside, key]);
    return isObject(written) ? { ...written, ...beside } : written;
  }

  /** Refuses schemas that are nothing but references to each other. */
  function refuseEndless(name: string): void {
    const seen = new Set<string>();
    let at: string | undefined = name;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      const schema: Schema | undefined = own[at] ?? further[at];
      at = referencedSchema(schema?.$ref);
    }
    if (at === undefined) return;
    const chain = [...seen, at].join(' → ');
    const source = sources.get(name) ?? spec.root;
    const keys = source === spec.root ? [...SCHEMAS, name] : [];
    refuseReference(
      source,
      keys,
      `the schema refers only to itself: ${chain}`,
      'describe the value in one of them',
    );
  }

  function isVersion30(): boolean {
    return typeof root.openapi === 'string' && root.openapi.startsWith('3.0');
  }
}
