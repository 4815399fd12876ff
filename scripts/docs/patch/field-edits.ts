import {
  type Compared,
  type Context,
  child,
  facetsOf,
  itemsOf,
  type Located,
  type MissingField,
  target,
} from '../../lint/index.ts';
import { isObject } from '../../spec/openapi.ts';
import { parseDocType } from '../doc-type.ts';
import { parentsBelow, requiredByEvidence } from '../example-evidence.ts';
import type { LimitName } from '../facts.ts';
import { parameterOf } from '../scaffold.ts';
import { type Direction, fieldSchema, LIMIT_KEYWORDS } from '../scaffold-schema.ts';
import { editAt, type FileEdit, stepsTo } from './change.ts';

/** The edits that make the specification say what the page says, or the reason why a person has to make them. */
export type Followed = readonly FileEdit[] | string;

/** Follows the page at one place where the specification differs from it and nobody gave a reason to. */
export function followPage(context: Context, compared: Compared): Followed {
  const { aspect, at, documented, specified, missing } = compared;
  if (aspect === 'type') return followType(at, String(documented), String(specified));
  if (aspect === 'required') return followRequired(context, compared);
  if (aspect === 'values') return followValues(context, compared);
  if (aspect === 'members') return 'the page shows no members where the specification has some';
  if (aspect !== 'presence')
    return followKeyword(context, compared, aspect === 'default' ? undefined : aspect);
  return missing === undefined ? removeField(context, compared) : addField(context, compared, missing);
}

/** What is written for one type and would not hold for another. */
const OF_THE_TYPE = [
  'format',
  'enum',
  'const',
  'x-known-values',
  'x-meanings',
  'x-exact',
  'pattern',
  'default',
];

function followType(at: Located, documented: string, specified: string): Followed {
  const now = parseDocType(documented);
  const held = parseDocType(specified);
  if (now === undefined || held === undefined || at.value.type === undefined)
    return 'the type is not written at this place';
  const plain = (names: readonly string[]) => names.filter((name) => name !== 'null');
  const withoutNull = ({ names, array }: typeof now) => JSON.stringify([plain(names), array]);
  const [names, old] = [plain(now.names), plain(held.names)];
  if (withoutNull(now) !== withoutNull(held)) {
    const isStructured = [...names, ...old].some((name) => ['object', 'any', 'unknown'].includes(name));
    if (now.array !== undefined || held.array !== undefined || isStructured || names.length === 0)
      return 'the shape changes, not only the type of a value';
    const dependent = OF_THE_TYPE.find((key) => at.value[key] !== undefined);
    if (dependent !== undefined) return `${dependent} was written for the type that the page no longer gives`;
  }
  const wanted = [
    ...names,
    ...(now.array === undefined ? [] : ['array']),
    ...(now.names.includes('null') ? ['null'] : []),
  ];
  const value = wanted.length === 1 ? wanted[0] : wanted;
  return [editAt(at, { op: 'set', at: stepsTo(at, 'type'), value })];
}

function followRequired(context: Context, compared: Compared): Followed {
  const { at, specified } = compared;
  const parameter = parameterAt(context, compared);
  if (parameter !== undefined) {
    if (oneOfRequired(context, compared).includes(compared.where.replace('query ', '')))
      return 'x-oneOf-required names it';
    const steps = stepsTo(parameter, 'required');
    return specified === true
      ? [editAt(parameter, { op: 'remove', at: steps })]
      : [editAt(parameter, { op: 'set', at: steps, value: true, after: 'in' })];
  }
  const name = String(at.keys.at(-1));
  const holder = holderOf(at);
  if (holder === undefined) return 'it is no property of an object';
  return specified === true ? dropRequired(holder, name) : demandField(holder, name);
}

/** Puts a property into its object's `required`, in the order of the properties. */
function demandField(holder: Located, name: string, names = Object.keys(propertyMap(holder))): FileEdit[] {
  const { required } = holder.value;
  if (!Array.isArray(required))
    return [editAt(holder, { op: 'set', at: stepsTo(holder, 'required'), value: [name], after: 'type' })];
  const after = names.slice(0, names.indexOf(name)).findLast((one) => required.includes(one));
  return [editAt(holder, { op: 'include', at: stepsTo(holder, 'required'), value: name, after })];
}

function dropRequired(holder: Located, name: string): Followed {
  const { required } = holder.value;
  if (!Array.isArray(required) || !required.includes(name))
    return 'it is required by another schema than the one that writes it';
  return [editAt(holder, { op: 'remove', at: [...stepsTo(holder, 'required'), { name }] })];
}

function followValues({ spec }: Context, { at, where, documented }: Compared): Followed {
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

function followKeyword(
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
  return [editAt(holder, { op: 'set', at: steps, value })];
}

/** A page prints numbers as text where it types a field so: a value takes the kind of those that stand there. */
function likeThose(held: readonly unknown[], value: unknown): unknown {
  const isNumeric = held.length > 0 && held.every((one) => typeof one === 'number');
  return isNumeric && typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
}

function addField(context: Context, compared: Compared, missing: MissingField): Followed {
  const { at, where } = compared;
  const { field, siblings, parents } = missing;
  const index = siblings.indexOf(field);
  const after = siblings[index - 1]?.name;
  if (where.startsWith('query ')) {
    const value = parameterOf(field);
    return Array.isArray(at.value.parameters)
      ? [editAt(at, { op: 'include', at: stepsTo(at, 'parameters'), value, after })]
      : [editAt(at, { op: 'set', at: stepsTo(at, 'parameters'), value: [value], after: beforeBody(at) })];
  }
  if (at.value.operationId !== undefined) return 'there was no body here before';
  const holder = target(context.spec, at);
  if (holder === undefined || !isObject(holder.value.properties))
    return 'the object has no properties of its own to add it to';
  const direction = directionOf(where);
  const value = fieldSchema(field, parentsBelow(parents, field.name), direction);
  const isRequired =
    direction === 'request'
      ? field.required === true
      : requiredByEvidence(field.required, parents, field.name) === true;
  const names = siblings.map(({ name }) => name);
  return [
    editAt(holder, { op: 'set', at: stepsTo(holder, 'properties', field.name), value, after }),
    ...(isRequired ? demandField(holder, field.name, names) : []),
  ];
}

/** The key above the body or the answer of an operation, where parameters belong. */
function beforeBody({ value }: Located): string | undefined {
  const keys = Object.keys(value);
  const at = keys.findIndex((key) => key === 'requestBody' || key === 'responses');
  return keys[at - 1];
}

const CURATED = ['x-corrects', 'x-omits', 'x-exact', 'x-meanings'];

function removeField(context: Context, compared: Compared): Followed {
  const { at } = compared;
  const entry = parameterAt(context, compared) ?? at;
  const reason = curatedKey(entry.value);
  if (reason !== undefined) return `${reason} says what somebody knows of it`;
  const name = String(compared.where.split(/[ .]/).at(-1));
  if (oneOfRequired(context, compared).includes(name)) return 'x-oneOf-required names it';
  const removal = editAt(entry, { op: 'remove', at: stepsTo(entry) });
  if (entry !== at) return [removal];
  const holder = holderOf(at);
  if (holder === undefined) return 'it is no property of an object';
  const isRequired = Array.isArray(holder.value.required) && holder.value.required.includes(name);
  const dropped = isRequired ? dropRequired(holder, name) : [];
  return typeof dropped === 'string' ? dropped : [removal, ...dropped];
}

/** A key of somebody's knowledge anywhere in a part of the specification. */
function curatedKey(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.map(curatedKey).find((key) => key !== undefined);
  if (!isObject(value)) return undefined;
  return (
    CURATED.find((key) => value[key] !== undefined) ??
    Object.values(value)
      .map(curatedKey)
      .find((key) => key !== undefined)
  );
}

/** The parameter that a compared place of the query speaks of. */
function parameterAt({ operations }: Context, { url, where, at }: Compared): Located | undefined {
  const name = /^query (.+)$/.exec(where)?.[1];
  if (name === undefined) return undefined;
  const operation = operations.find((one) => one.url === url && one.located.source.path === at.source.path);
  return operation?.parameters.find((one) => one.in === 'query' && one.name === name)?.located;
}

function oneOfRequired({ operations }: Context, { url }: Compared): readonly unknown[] {
  const names = operations.find((one) => one.url === url)?.located.value['x-oneOf-required'];
  return Array.isArray(names) ? names : [];
}

/** The object that a property is one of. */
function holderOf({ source, keys }: Located): Located | undefined {
  if (keys.at(-2) !== 'properties') return undefined;
  const root = isObject(source.value) ? { source, keys: [], value: source.value } : undefined;
  return root === undefined || keys.length === 2 ? root : child(root, ...keys.slice(0, -2));
}

function propertyMap({ value }: Located): Readonly<Record<string, unknown>> {
  return isObject(value.properties) ? value.properties : {};
}

function directionOf(where: string): Direction {
  return where.startsWith('query ') || where.startsWith('body ') ? 'request' : 'answer';
}
