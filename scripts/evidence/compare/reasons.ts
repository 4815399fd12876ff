import type { Place } from '../../kit/diagnostic.ts';
import { isObject } from '../../spec/openapi.ts';
import type { Context } from './context.ts';
import { type Located, placeIn } from './located.ts';
import { walkSchemas } from './walk.ts';

/** A place that gives a reason: a correction, an omission, or an unknown type. */
export interface ReasonUse {
  readonly because: string;
  readonly place: () => Place;
}

/** The names in `reasons.yaml`. */
export function reasonNames({ reasonSource }: Context): string[] {
  return isObject(reasonSource?.value) ? Object.keys(reasonSource.value) : [];
}

/** Lists every place that gives a reason. */
export function reasonUses({ spec, operations, webhooks, reasoned }: Context): ReasonUse[] {
  const unknowns: Located[] = [];
  const seen = new Set<unknown>();
  walkSchemas(spec, operations, webhooks, (schema) => {
    if (schema.value['x-unknown'] === undefined || seen.has(schema.value)) return;
    seen.add(schema.value);
    unknowns.push(schema);
  });
  return [
    ...reasoned.corrections.map(({ because, at }) => ({ because, place: () => placeIn(at, 'because') })),
    ...reasoned.omissions.map(({ because, name, at }) => ({
      because,
      place: () => placeIn(at, 'x-omits', name),
    })),
    ...unknowns.map((schema) => ({
      because: String(schema.value['x-unknown']),
      place: () => placeIn(schema, 'x-unknown'),
    })),
  ];
}

/** Whether a reason is the name of a shared reason, or a sentence of at least three words. */
export function isReason(because: string, names: readonly string[]): boolean {
  return names.includes(because) || because.trim().split(/\s+/).length >= 3;
}
