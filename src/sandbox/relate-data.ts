import type { Clock } from '../base/clock.ts';
import { isObject } from '../base/is-object.ts';
import { withSendingTime } from './broadcasts.ts';
import { withIdPairs } from './customer-ids.ts';
import { createCustomerTags } from './customer-tags.ts';
import { exampleOf, type SandboxData } from './data.ts';
import type { Endpoints } from './endpoints.ts';
import { type Ask, CUSTOMERS, takenName } from './tag-library.ts';

/**
 * The data of a sandbox, and what concerns two of its resources: the tags of customers, the names of tags that are
 * taken, pairs of customers' ids, and the times of broadcasts.
 */
export function relateData(data: SandboxData, endpoints: Endpoints, clock: Clock): SandboxData {
  const ask: Ask = (id, args) => {
    const endpoint = endpoints.byId(id);
    const answer = endpoint && data.answer(endpoint, args);
    return answer && 'body' in answer ? answer.body : undefined;
  };
  const tags = createCustomerTags(ask);
  const withTags = (value: unknown): unknown => (isObject(value) ? tags.show(value) : value);
  return {
    ...data,
    answer(endpoint, args) {
      const { id } = endpoint.operation;
      const isExample = exampleOf(endpoint, args);
      const missing = takenName(ask, id, args, isExample) ?? tags.change(id, args, isExample);
      if (missing) return { missing };
      const answer = data.answer(endpoint, withSendingTime(id, args, clock.now()));
      if (!('body' in answer)) return answer;
      const paired = withIdPairs(ask, id, args, isExample, answer.body);
      if (paired) return { body: paired };
      const { get, many, at } = CUSTOMERS;
      if (id !== get && id !== many) return answer;
      const customers = answer.body[at];
      const shown = Array.isArray(customers) ? customers.map(withTags) : withTags(customers);
      return { body: { ...answer.body, [at]: shown } };
    },
    reset() {
      data.reset();
      tags.reset();
    },
  };
}
