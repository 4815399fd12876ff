import type { ErrorName } from '../../generated/error-codes.ts';
import type { IsExample } from './memory.ts';
import { isObject, type JsonObject } from './paths.ts';
import { type Ask, ensureTag, libraryTags } from './tag-library.ts';

/** The tags that calls put on customers or took off them. */
export interface CustomerTags {
  /** Executes a call that tags a customer; returns the documented error if the call names anything unknown. */
  change(id: string, args: JsonObject, isExample: IsExample): ErrorName | undefined;
  /** The customer of an answer with the tags that it has by now. */
  show(customer: JsonObject): JsonObject;
  reset(): void;
}

/** A change of a customer's tags at one employee, or at all. */
interface TagChange {
  readonly staffId: string | undefined;
  readonly field: 'tags' | 'internal_tags';
  readonly add: readonly JsonObject[];
  readonly remove: readonly JsonObject[];
}

/** The tags of a call, or the error for a tag that does not exist. */
type Tags = Pick<TagChange, 'field' | 'add' | 'remove'> | ErrorName;

interface TaggingCall {
  readonly missingId: ErrorName;
  readonly missingUnionid: ErrorName;
  readonly missingStaff: ErrorName;
  tagsOf(ask: Ask, args: JsonObject, isExample: IsExample): Tags;
}

const MISSING = {
  missingId: 'TaggingCustomerIdInvalid',
  missingUnionid: 'TaggingCustomerUnionidInvalid',
  missingStaff: 'TaggingStaffNotFound',
} as const satisfies Partial<TaggingCall>;

/** The operations that tag customers. */
const CALLS: Readonly<Record<string, TaggingCall>> = {
  tagAdd: {
    ...MISSING,
    tagsOf(ask, { tag_group, tag_name }) {
      ensureTag(ask, String(tag_group), String(tag_name));
      return { field: 'tags', add: [{ group: tag_group, name: tag_name }], remove: [] };
    },
  },
  tagInternalAdd: {
    ...MISSING,
    tagsOf: (_, { tag_name }) => ({ field: 'internal_tags', add: [{ name: tag_name }], remove: [] }),
  },
  tagInternalRemove: {
    ...MISSING,
    tagsOf: (_, { tag_name }) => ({ field: 'internal_tags', add: [], remove: [{ name: tag_name }] }),
  },
  tagBatchUpdate: {
    missingId: 'TaggingCustomerNotFound',
    missingUnionid: 'TaggingCustomerNotFound',
    missingStaff: 'TaggingCustomerNotFound',
    tagsOf(ask, args, isExample) {
      const known = new Map(libraryTags(ask).map(({ id, group, name }) => [id, { group, name }]));
      const read = (argument: string, unknown: ErrorName): JsonObject[] | ErrorName => {
        const ids = [args[argument] ?? []].flat();
        const tags = ids.map((id) => known.get(String(id)));
        const found = tags.filter((tag) => tag !== undefined);
        return found.length === ids.length || isExample(argument) ? found : unknown;
      };
      const add = read('add_tag_id_list', 'TagIdToAddInvalid');
      const remove = read('remove_tag_id_list', 'TagIdToRemoveInvalid');
      if (typeof add === 'string') return add;
      if (typeof remove === 'string') return remove;
      if ([args.add_tag_id_list, args.remove_tag_id_list].flat().every((id) => !isSent(id)))
        return 'TagIdsRequired';
      return { field: 'tags', add, remove };
    },
  },
};

/** Remembers the tags of customers. The customers, the employees and the tags are those that other operations answer. */
export function createCustomerTags(ask: Ask): CustomerTags {
  const changes = new Map<unknown, TagChange[]>();
  return {
    change(id, args, isExample) {
      const call = Object.hasOwn(CALLS, id) ? CALLS[id] : undefined;
      if (!call) return undefined;
      const customer = customerOf(ask, call, args, isExample);
      if (typeof customer === 'string') return customer;
      const staffId = isSent(args.staff_id) ? String(args.staff_id) : undefined;
      if (staffId !== undefined && !isExample('staff_id') && !serves(ask, staffId, customer.id))
        return call.missingStaff;
      const tags = call.tagsOf(ask, args, isExample);
      if (typeof tags === 'string') return tags;
      changes.set(customer.id, [...(changes.get(customer.id) ?? []), { ...tags, staffId }]);
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
  { external_user_id: id, external_user_unionid: unionid }: JsonObject,
  isExample: IsExample,
): { readonly id: unknown } | ErrorName {
  const customer = ask('externalUserGet', isSent(id) ? { id } : { unionid })?.external_user;
  if (isObject(customer)) return { id: customer.id };
  if (isExample(isSent(id) ? 'external_user_id' : 'external_user_unionid')) return { id };
  return isSent(id) ? call.missingId : call.missingUnionid;
}

function isSent(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

/** Whether an employee exists, or has added the customer. */
function serves(ask: Ask, staffId: string, customerId: unknown): boolean {
  // Not the query of one employee: no error is documented for an unknown one, so it answers any id.
  const staff = [ask('staffList', { limit: Number.MAX_SAFE_INTEGER })?.staff_list].flat();
  if (staff.some((employee) => isObject(employee) && employee.id === staffId)) return true;
  const customers = [
    ask('externalUserGet', { id: customerId })?.external_user,
    ask('externalUserBatchGet', { id_list: [customerId] })?.external_user,
  ].flat();
  return customers.some((customer) => relationsOf(customer).some(({ staff_id }) => staff_id === staffId));
}

function relationsOf(customer: unknown): JsonObject[] {
  const relations = isObject(customer) ? customer.follow_staffs : [];
  return (Array.isArray(relations) ? relations : []).filter(isObject);
}

/** A customer after a change. An employee who has not added the customer yet gets a relation like the first one. */
function applyChange(customer: JsonObject, { staffId, field, add, remove }: TagChange): JsonObject {
  const relations = relationsOf(customer);
  const isMeant = ({ staff_id }: JsonObject) => staffId === undefined || staff_id === staffId;
  const all =
    staffId === undefined || relations.some(isMeant)
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
