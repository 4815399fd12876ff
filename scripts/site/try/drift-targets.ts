import { type Model, type Operation, resolve } from '../../spec/model.ts';
import type { Schema } from '../../spec/openapi.ts';
import type { TryData } from './try-data.ts';

/** The fields of a result that can drift in a way that a reader sees: those without fields of their own, deep inside. */
export function driftTargets(
  model: Model,
  { result, authenticated }: Operation,
): Pick<TryData, 'driftAt' | 'listedAt'> {
  // Observers do not see the answer to a request for a token, so nothing would report its drift.
  const found = result === undefined || !authenticated ? [] : alwaysPresent(model, result, '', []);
  // Deeper is clearer: a missing total is rarely what breaks a program.
  const fields = found.toSorted((a, b) => b.at.split('/').length - a.at.split('/').length);
  const depth = Math.min(3, fields[0]?.at.split('/').length ?? 0);
  const driftAt = found.find(({ at }) => at.split('/').length >= depth)?.at;
  const listedAt = found.find(({ schema }) => listed(schema))?.at;
  return { ...(driftAt !== undefined && { driftAt }), ...(listedAt !== undefined && { listedAt }) };
}

interface Found {
  readonly at: string;
  readonly schema: Schema;
}

/** Every value that is in each answer, with its pointer. Of a list, those of the first item. */
function alwaysPresent(model: Model, written: Schema, at: string, around: readonly Schema[]): Found[] {
  const schema = resolve(model.document, written);
  if (around.includes(schema)) return [];
  const inside = [...around, schema];
  if (schema.items !== undefined) {
    // A list inside a row may be empty.
    const isRows =
      at.split('/').length <= 2 && resolve(model.document, schema.items).properties !== undefined;
    return isRows ? alwaysPresent(model, schema.items, `${at}/0`, inside) : [];
  }
  const properties = schema.properties ?? {};
  const names = (schema.required ?? []).filter((name) => Object.hasOwn(properties, name));
  if (names.length === 0) return isScalar(schema) ? [{ at, schema }] : [];
  return names.flatMap((name) => alwaysPresent(model, properties[name] ?? {}, `${at}/${name}`, inside));
}

function isScalar({ type }: Schema): boolean {
  return type === 'string' || type === 'integer' || type === 'number' || type === 'boolean';
}

function listed(schema: Schema): boolean {
  return (
    schema.enum !== undefined || schema['x-known-values'] !== undefined || schema['x-meanings'] !== undefined
  );
}
