import type { IsExample } from './memory.ts';
import { isObject, type JsonObject } from './paths.ts';
import type { Ask } from './tag-library.ts';

/** The operations that turn ids of customers into others: the arguments that hold ids, and which ids these are. */
const ARGUMENTS: Readonly<Record<string, Readonly<Record<string, 'id' | 'unionid'>>>> = {
  externalUserUnionid2euId: { unionid_list: 'unionid', unionid_openid_list: 'unionid' },
  externalUserEuId2unionid: { external_user_ids: 'id' },
};

/**
 * The pairs of ids that a call asks for, one for each id in its order; undefined if the operation is another. The other
 * id of an unknown customer is empty.
 */
export function idPairs(
  ask: Ask,
  id: string,
  args: JsonObject,
  isExample: IsExample,
): readonly JsonObject[] | undefined {
  const sent = Object.entries(ARGUMENTS[id] ?? {}).find(([argument]) => Array.isArray(args[argument]));
  if (!sent || isExample(sent[0])) return undefined;
  const [argument, by] = sent;
  return [args[argument]].flat().map((item) => {
    const wanted = isObject(item) ? item.unionid : item;
    const customer = ask('externalUserGet', { [by]: wanted })?.external_user;
    const found: JsonObject = isObject(customer) ? customer : { [by]: wanted };
    return { external_user_id: found.id ?? '', unionid: found.unionid ?? '' };
  });
}
