import { METHODS } from '../../spec/openapi.ts';
import type { Facts } from '../facts/read-facts.ts';
import type { Compared } from './compared.ts';
import { compareContent } from './content.ts';
import { child, type Located, target } from './located.ts';
import type { ComparisonInput } from './operation.ts';

/**
 * Compares the messages of one webhook with their callback pages. Returns nothing for a message without a page. The body is
 * compared like an answer, because it is received and not sent.
 */
export function compareWebhook(
  { spec, reasoned }: ComparisonInput,
  webhook: Located,
  callbacks: ReadonlyMap<string, Facts>,
): Compared[] {
  const item = target(spec, webhook);
  const found: Compared[] = [];
  for (const method of METHODS) {
    const located = item === undefined ? undefined : child(item, method);
    const page =
      located === undefined ? undefined : callbacks.get(String(child(located, 'x-page')?.value.id))?.page;
    if (located === undefined || page === undefined) continue;
    const url = webhookName(webhook);
    compareContent(
      {
        spec,
        reasoned,
        url,
        page: page.page,
        direction: 'answer',
        record: (compared) => found.push(compared),
      },
      {
        content: page.body,
        schema: child(located, 'requestBody', 'content', 'application/json', 'schema'),
        holder: located,
        where: 'message',
        ignored: new Set(),
      },
    );
  }
  return found;
}

/** The name that takes the place of a URL when a webhook is compared. */
export function webhookName(webhook: Located): string {
  return `webhook ${String(webhook.keys.at(-1))}`;
}
