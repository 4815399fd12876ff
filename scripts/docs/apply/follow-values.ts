import type { Compared } from '../../evidence/compare/compared.ts';
import type { Context } from '../../evidence/compare/context.ts';
import { facetsOf, itemsOf } from '../../evidence/compare/facets.ts';
import type { LimitName } from '../../evidence/facts/facts.ts';
import { LIMIT_KEYWORDS } from '../../evidence/facts/limit-keywords.ts';
import { isObject } from '../../spec/openapi.ts';
import { editAt, stepsTo } from './change.ts';
import { directionOf, type Followed } from './field-places.ts';

/**
 * Lists the values that the page lists. They are added and removed one by one, so that comments next to the
 * others stay.
 */
export function followValues({ spec }: Context, { at, where, documented }: Compared): Followed {
  const facets = facetsOf(spec, at);
  const items = itemsOf(facets);
  const all = [...facets.all, ...(items === undefined ? [] : facetsOf(spec, items).all)];
  const holder = all.find(({ value }) => LISTS.some((key) => value[key] !== undefined));
  const key = LISTS.find((name) => holder?.value[name] !== undefined);
  const wanted: readonly unknown[] = Array.isArray(documented) ? documented : [];
  if (holder === undefined || key === undefined) {
    if (all.some(({ value }) => value.const !== undefined)) return 'its only value is declared with const';
    const place = items ?? at;
    if (place.value.$ref !== undefined) return 'its schema is in a shared file';
    const list = directionOf(where) === 'request' ? 'enum' : 'x-known-values';
    return [editAt(place, { op: 'set', at: stepsTo(place, list), value: wanted, after: 'type' })];
  }
  const existing: readonly unknown[] = Array.isArray(holder.value[key]) ? holder.value[key] : [];
  const isIn = (list: readonly unknown[], value: unknown) =>
    value === null || list.some((entry) => String(entry) === String(value));
  const gone = existing.filter((value) => !isIn(wanted, value));
  const meanings = holder.value['x-meanings'];
  if (gone.some((value) => isObject(meanings) && Object.hasOwn(meanings, String(value))))
    return 'x-meanings explains a value that the page no longer lists';
  if (wanted.length === 0) return [editAt(holder, { op: 'remove', at: stepsTo(holder, key) })];
  const steps = stepsTo(holder, key);
  return [
    ...wanted
      .filter((value) => !isIn(existing, value))
      .map((value) => editAt(holder, { op: 'include', at: steps, value: likeExisting(existing, value) })),
    ...gone.map((value) => editAt(holder, { op: 'remove', at: [...steps, { name: value as string }] })),
  ];
}

const LISTS = ['enum', 'x-known-values'] as const;

/** Gives a field the default or the limit that the page states; `limit` is undefined for the default. */
export function followKeyword(
  { spec }: Context,
  { at, documented, specified }: Compared,
  limit: LimitName | undefined,
): Followed {
  const { keyword, onItems } =
    limit === undefined ? { keyword: 'default', onItems: false } : LIMIT_KEYWORDS[limit];
  const own = facetsOf(spec, at);
  const items = itemsOf(own);
  const place = onItems ? items : at;
  if (place === undefined) return 'the list has no items schema that could hold the limit';
  const holder = facetsOf(spec, place).all.find(({ value }) => value[keyword] !== undefined) ?? place;
  const steps = stepsTo(holder, keyword);
  if (documented === 'none') return [editAt(holder, { op: 'remove', at: steps })];
  if (holder.value.$ref !== undefined) return 'its schema is in a shared file';
  const value = specified === 'none' ? documented : likeExisting([specified], documented);
  // After the other keywords of the schema, before its description and its extensions.
  const after = Object.keys(holder.value).findLast((key) => !key.startsWith('x-') && key !== 'description');
  return [editAt(holder, { op: 'set', at: steps, value, after })];
}

/**
 * Converts a value to a number if the existing values are numbers: a page prints numbers as text for a field
 * of type string.
 */
function likeExisting(existing: readonly unknown[], value: unknown): unknown {
  const isNumeric = existing.length > 0 && existing.every((entry) => typeof entry === 'number');
  return isNumeric && typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
}
