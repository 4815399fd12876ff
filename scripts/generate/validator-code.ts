import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Schema } from '../spec/openapi.ts';
import { literal } from './text.ts';

/** Creates the compiler of validators. */
export function createCompiler(): Ajv2020 {
  return new Ajv2020({
    meta: false,
    validateSchema: false,
    strict: false,
    // A function for each schema: inlined, a new field would renumber the variables of all schemas after it.
    inlineRefs: false,
    allErrors: true,
    messages: false,
    // Beyond it, ajv compares with a function of a module that does not ship.
    loopEnum: Number.POSITIVE_INFINITY,
    code: { source: true, esm: true, lines: false },
  });
}

/**
 * The code of validators for a module in which the constant `schema` is their schema.
 * @param id the operation, for messages.
 * @param code what ajv wrote, without its exports.
 * @throws Error if the code needs a module of ajv.
 */
export function compiledBody(id: string, code: string, schema: Schema): string {
  if (/\brequire\(|\bimport\b/.test(stripStrings(code))) {
    throw new Error(
      `the validator of ${id} needs a module of ajv; omit the keyword that needs it in emit-validators.ts`,
    );
  }
  return withSharedSchemas(code.replace(/^"use strict";/, ''), schema).trim();
}

/**
 * ajv writes every schema that it has seen as a constant. Most are unused and make up a third of the module. Those that
 * are used become references into the module's `schema`.
 */
function withSharedSchemas(code: string, schema: Schema): string {
  const definitions = Object.entries(schema.$defs as Readonly<Record<string, Schema>>);
  const places = [
    [`${JSON.stringify(schema)};`, 'schema'],
    ...definitions.map(([name, definition]) => [
      `${JSON.stringify(definition)};`,
      `schema.$defs[${literal(name)}]`,
    ]),
  ] as const;
  const bare = stripStrings(code);
  const uses = new Map<string, number>();
  for (const [name] of bare.matchAll(/\bschema\d+\b/g)) uses.set(name, (uses.get(name) ?? 0) + 1);
  const kept: string[] = [];
  let done = 0;
  for (const { 0: head, 1: name = '', index } of code.matchAll(/\bconst (schema\d+) = /g)) {
    if (index < done) continue;
    const [text, place] = places.find(([candidate]) => code.startsWith(candidate, index + head.length)) ?? [];
    if (text === undefined) continue;
    const isUsed = (uses.get(name) ?? 0) > 1;
    kept.push(code.slice(done, index), isUsed ? `${head}${place};` : '');
    done = index + head.length + text.length;
  }
  return kept.join('') + code.slice(done);
}

function stripStrings(code: string): string {
  return code.replace(/"[^"\\]*(?:\\.[^"\\]*)*"?/g, '""');
}
