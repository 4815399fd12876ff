import type { AnyError } from './known-errors.ts';
import type { IsExample } from './memory.ts';
import { isObject, type JsonObject } from './paths.ts';
import { applyChange, relationsOf, type TagChange } from './tag-changes.ts';
import { type Ask, ensureTag, libraryTag } from './tag-library.ts';

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

interface TaggingCall {
  readonly missingId: AnyError;
  readonly missingUnionid: AnyError;
  readonly missingStaff: AnyError;
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
      const read = (argument: string, unknown: AnyError): JsonObject[] | AnyError => {
        const ids = [args[argument] ?? []].flat();
        const tags = ids.map((id) => libraryTag(ask, String(id)));
        const found = tags.flatMap((tag) => (tag ? [{ group: tag.group, name: tag.name }] : []));
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
): { readonly id: unknown } | AnyError {
  const customer = ask('externalUserGet', isSent(id) ? { id } : { unionid })?.external_user;
  if (isObject(customer)) return { id: customer.id };
  if (isExample(isSent(id) ? 'external_user_id' : 'external_user_unionid')) return { id };
  return isSent(id) ? call.missingId : call.missingUnionid;
}

function isSent(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

/** Whether an employee has added the customer, or exists. */
function serves(ask: Ask, staffId: string, customerId: unknown): boolean {
  const customers = [
    ask('externalUserGet', { id: customerId })?.external_user,
    ask('externalUserBatchGet', { id_list: [customerId] })?.external_user,
  ].flat();
  if (customers.some((customer) => relationsOf(customer).some(({ staff_id }) => staff_id === staffId)))
    return true;
  // Not the query of one employee: no error is documented for an unknown one, so it answers any id.
  const staff = [ask('staffList', { limit: Number.MAX_SAFE_INTEGER })?.staff_list].flat();
  return staff.some((employee) => isObject(employee) && employee.id === staffId);
}
