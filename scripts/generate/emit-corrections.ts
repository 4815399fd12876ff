import { type Model, type Operation, resolve } from '../spec/model.ts';
import { isObject } from '../spec/openapi.ts';
import { literalOf } from './text.ts';

/** `corrections.ts`: in how many places the specification of each operation departs from the documentation. */
export function emitCorrections(model: Model): string {
  const counts = model.operations
    .map((operation) => [operation.id, countCorrections(model, operation)] as const)
    .filter(([, count]) => count > 0);
  const rows = counts.map(([id, count]) => `  ${id}: ${literalOf(count)},\n`);
  return [
    '/** In how many places the specification of an operation and its schemas departs from the documentation. */',
    `export const corrections: Readonly<Record<string, number>> = {\n${rows.join('')}};\n`,
  ].join('\n');
}

/** Counts the corrections in an operation and in every schema that it reaches, each once. */
function countCorrections(model: Model, operation: Operation): number {
  const seen = new Set<object>();
  let count = 0;
  visit(operation.object);
  return count;

  function visit(given: unknown): void {
    const value = resolve(model.document, given);
    if (given !== value && isObject(given)) count += correctionsAt(given);
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (isObject(value)) count += correctionsAt(value);
    for (const [key, member] of Object.entries(value)) if (key !== 'x-corrects') visit(member);
  }
}

function correctionsAt(value: Readonly<Record<string, unknown>>): number {
  const corrects = value['x-corrects'];
  return corrects === undefined ? 0 : Array.isArray(corrects) ? corrects.length : 1;
}
