import { isObject } from '../base/is-object.ts';
import type { JsonObject } from './paths.ts';

/** A change of a customer's tags at one employee, or at all. */
export interface TagChange {
  readonly staffId: string | undefined;
  readonly field: 'tags' | 'internal_tags';
  readonly add: readonly JsonObject[];
  readonly remove: readonly JsonObject[];
}

/** A customer's relations to employees. */
export function relationsOf(customer: unknown): JsonObject[] {
  const relations = isObject(customer) ? customer.follow_staffs : [];
  return (Array.isArray(relations) ? relations : []).filter(isObject);
}

/** A customer after a change. An employee who has not added the customer yet gets a relation like the first one. */
export function applyChange(customer: JsonObject, { staffId, field, add, remove }: TagChange): JsonObject {
  const relations = relationsOf(customer);
  const isMeant = ({ staff_id }: JsonObject) => staffId === undefined || staff_id === staffId;
  const all =
    staffId === undefined || add.length === 0 || relations.some(isMeant)
      ? relations
      : [...relations, { ...relations[0], staff_id: staffId, tags: [], internal_tags: [] }];
  const follow_staffs = all.map((relation) => {
    if (!isMeant(relation)) return relation;
    const before = [relation[field] ?? []].flat().filter(isObject);
    const kept = before.filter((tag) => !includes(remove, tag));
    return {
      ...relation,
      [field]: [...kept, ...distinct(add).filter((tag) => !includes(kept, tag))],
    };
  });
  return { ...customer, follow_staffs };
}

function includes(tags: readonly JsonObject[], { group, name }: JsonObject): boolean {
  return tags.some((tag) => tag.name === name && tag.group === group);
}

function distinct(tags: readonly JsonObject[]): JsonObject[] {
  return tags.filter((tag, at) => !includes(tags.slice(0, at), tag));
}
