import type { Compared } from '../../evidence/compare/compared.ts';
import type { Context } from '../../evidence/compare/context.ts';
import { facetsOf, itemsOf } from '../../evidence/compare/facets.ts';
import type { LimitName } from '../../evidence/facts/facts.ts';
import { LIMIT_KEYWORDS } from '../../evidence/facts/limit-keywords.ts';
import { isObject } from '../../spec/openapi.ts';
import { editAt, stepsTo } from './change.ts';
import { directionOf, type Followed } from './field-places.ts';

/** Lists the values that the page lists, value by value: what is written beside one stays. */
export function followValues({ spec }: Context, { at, where, documented }: Compared): Followed {
  const facets = facetsOf(spec, at);
  const items = itemsOf(facets);
  const all = [...facets.all, ...(items === undefined ? [] : facetsOf(spec, items).all)];
  const holder = all.find(({ value }) => LISTS.some((key) => value[key] !== undefined));
  const key = LISTS.find((name) => holder?.value[name] !== undefined);
  const wanted: readonly unknown[] = Array.isArray(documented) ? documented : [];
  if (holder === undefined || key === undefined) {
    if (all.some(({ value }) => value.const !== undefined)) return 'one value is written as const';
    const place = items ?? at;
    if (place.value.$ref !== undefined) return 'its schema is a file that others share';
    const list = directionOf(where) === 'request' ? 'enum' : 'x-known-values';
    return [editAt(place, { op: 'set', at: stepsTo(place, list), value: wanted, after: 'type' })];
  }
  const held: readonly unknown[] = Array.isArray(holder.value[key]) ? holder.value[key] : [];
  const isIn = (list: readonly unknown[], value: unknown) =>
    value === null || list.some((one) => String(one) === String(value));
  const gone = held.filter((value) => !isIn(wanted, value));
  const meanings = holder.value['x-meanings'];
  if (gone.some((value) => isObject(meanings) && Object.hasOwn(meanings, String(value))))
    return 'x-meanings explains a value that the page no longer lists';
  if (wanted.length === 0) return [editAt(holder, { op: 'remove', at: stepsTo(holder, key) })];
  const steps = stepsTo(holder, key);
  return [
    ...wanted
      .filter((value) => !isIn(held, value))
      .map((value) => editAt(holder, { op: 'include', at: steps, value: likeThose(held, value) })),
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
  if (place === undefined) return 'the list has no items to put the limit on';
  const holder = facetsOf(spec, place).all.find(({ value }) => value[keyword] !== undefined) ?? place;
  const steps = stepsTo(holder, keyword);
  if (documented === 'none') return [editAt(holder, { op: 'remove', at: steps })];
  if (holder.value.$ref !== undefined) return 'its schema is a file that others share';
  const value = specified === 'none' ? documented : likeThose([specified], documented);
  // Beside the other keywords of the schema, before what people say of it.
  const after = Object.keys(holder.value).findLast((key) => !key.startsWith('x-') && key !== 'description');
  return [editAt(holder, { op: 'set', at: steps, value, after })];
}

/** A page prints numbers as text where it types a field so: a value takes the kind of those that stand there. */
function likeThose(held: readonly unknown[], value: unknown): unknown {
  const isNumeric = held.length > 0 && held.every((one) => typeof one === 'number');
  return isNumeric && typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
}
