import { employees, tags } from '../../generated/sandbox.ts';
import { isObject } from '../base/is-object.ts';
import type { AnyError } from './known-errors.ts';
import type { IsExample } from './memory.ts';
import type { JsonObject } from './paths.ts';
import { applyChange, relationsOf, type TagChange } from './tag-changes.ts';
import { type Ask, CUSTOMERS, ensureTag, libraryTag } from './tag-library.ts';

/** The tags that calls put on customers or took off them. */
export interface CustomerTags {
  /** Executes a call that tags a customer; returns the documented error if the call names anything unknown. */
  change(id: string, args: JsonObject, isExample: IsExample): AnyError | undefined;
  /** The customer of an answer with the tags that it has by now. */
  show(customer: JsonObject): JsonObject;
  reset(): void;
}

/** The tags of a call, or the error for a tag that does not exist. */
type Tags = Pick<TagChange, 'field' | 'add' | 'remove'> | AnyError;

/** An argument with ids of library tags, and the error for an unknown one. */
interface TagIds {
  readonly argument: string;
  readonly unknown: AnyError;
}

/** How one operation tags customers, from `spec/sandbox.yaml`. */
interface TaggingCall {
  readonly field: TagChange['field'];
  /** The fields of the tag that it puts on or takes off, each with its argument. */
  readonly adds?: Readonly<Record<string, string>>;
  readonly removes?: Readonly<Record<string, string>>;
  /** Whether a tag that does not exist is created. */
  readonly ensures?: boolean;
  readonly addsIds?: TagIds;
  readonly removesIds?: TagIds;
  /** The errors: no id was sent, no such customer by id or by unionid, no such employee. */
  readonly noIds?: AnyError;
  readonly noId: AnyError;
  readonly noUnionid: AnyError;
  readonly noEmployee: AnyError;
}

/** The operations that tag customers. */
const CALLS: Readonly<Record<string, TaggingCall>> = tags.calls;

function tagsOf(call: TaggingCall, ask: Ask, args: JsonObject, isExample: IsExample): Tags {
  const { field, adds, removes, addsIds, removesIds, ensures, noIds } = call;
  const byName = (fields: Readonly<Record<string, string>> | undefined): JsonObject[] =>
    fields === undefined
      ? []
      : [Object.fromEntries(Object.entries(fields).map(([name, argument]) => [name, args[argument]]))];
  const added = byName(adds);
  if (ensures) for (const { group, name } of added) ensureTag(ask, String(group), String(name));
  const addedIds = tagsByIds(addsIds, ask, args, isExample);
  if (typeof addedIds === 'string') return addedIds;
  const removedIds = tagsByIds(removesIds, ask, args, isExample);
  if (typeof removedIds === 'string') return removedIds;
  const ids = [addsIds, removesIds].flatMap((list) => (list ? args[list.argument] : []));
  if (noIds !== undefined && ids.flat().every((id) => !isSent(id))) return noIds;
  return { field, add: [...added, ...addedIds], remove: [...byName(removes), ...removedIds] };
}

/** The library's tags with the ids of an argument, or the error for an unknown id. */
function tagsByIds(
  list: TagIds | undefined,
  ask: Ask,
  args: JsonObject,
  isExample: IsExample,
): JsonObject[] | AnyError {
  if (!list) return [];
  const ids = [args[list.argument] ?? []].flat();
  const found = ids.flatMap((id) => {
    const tag = libraryTag(ask, String(id));
    return tag ? [{ group: tag.group, name: tag.name }] : [];
  });
  return found.length === ids.length || isExample(list.argument) ? found : list.unknown;
}

/** Remembers the tags of customers. The customers, the employees and the tags are those that other operations answer. */
export function createCustomerTags(ask: Ask): CustomerTags {
  const changes = new Map<unknown, TagChange[]>();
  return {
    change(id, args, isExample) {
      const call = Object.hasOwn(CALLS, id) ? CALLS[id] : undefined;
      if (!call) return undefined;
      const customer = customerOf(ask, call, args, isExample);
      if (typeof customer === 'string') return customer;
      const employee = args[CUSTOMERS.employee];
      const staffId = isSent(employee) ? String(employee) : undefined;
      if (staffId !== undefined && !isExample(CUSTOMERS.employee) && !serves(ask, staffId, customer.id))
        return call.noEmployee;
      const changed = tagsOf(call, ask, args, isExample);
      if (typeof changed === 'string') return changed;
      changes.set(customer.id, [...(changes.get(customer.id) ?? []), { ...changed, staffId }]);
      return undefined;
    },
    show: (customer) => (changes.get(customer.id) ?? []).reduce(applyChange, customer),
    reset: () => changes.clear(),
  };
}

/** The id of the customer whom a call tags, or the error for a customer who does not exist. */
function customerOf(
  ask: Ask,
  call: TaggingCall,
  args: JsonObject,
  isExample: IsExample,
): { readonly id: unknown } | AnyError {
  const id = args[CUSTOMERS.id];
  const customer = ask(CUSTOMERS.get, isSent(id) ? { id } : { unionid: args[CUSTOMERS.unionid] })?.[
    CUSTOMERS.at
  ];
  if (isObject(customer)) return { id: customer.id };
  if (isExample(isSent(id) ? CUSTOMERS.id : CUSTOMERS.unionid)) return { id };
  return isSent(id) ? call.noId : call.noUnionid;
}

function isSent(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

/** Whether an employee has added the customer, or exists. */
function serves(ask: Ask, staffId: string, customerId: unknown): boolean {
  const customers = [
    ask(CUSTOMERS.get, { id: customerId })?.[CUSTOMERS.at],
    ask(CUSTOMERS.many, { [CUSTOMERS.ids]: [customerId] })?.[CUSTOMERS.at],
  ].flat();
  if (customers.some((customer) => relationsOf(customer).some(({ staff_id }) => staff_id === staffId)))
    return true;
  // Not the query of one employee: no error is documented for an unknown one, so it answers any id.
  const { list, at, key } = employees;
  const staff = [ask(list, { limit: Number.MAX_SAFE_INTEGER })?.[at]].flat();
  return staff.some((employee) => isObject(employee) && employee[key] === staffId);
}
