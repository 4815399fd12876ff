import type { Model } from '../../spec/model.ts';
import { METHODS } from '../../spec/openapi.ts';
import type { Words } from '../words.ts';
import { type FieldView, fieldTree } from './field-view.ts';
import { type PageView, pageOf } from './titles.ts';

/** One message that is pushed to the company. */
export interface WebhookView {
  readonly name: string;
  /** Its address on the page. One name may have several messages, one for each HTTP method. */
  readonly anchor: string;
  readonly title: string;
  readonly description?: string;
  readonly fields: readonly FieldView[];
  readonly page?: PageView;
}

/** The messages that are pushed to the company. */
export function webhookViews(model: Model, words: Words): WebhookView[] {
  return Object.entries(model.document.webhooks ?? {}).flatMap(([name, item]) =>
    METHODS.flatMap((method) => {
      const object = item[method];
      if (object === undefined) return [];
      const schema = Object.values(object.requestBody?.content ?? {})[0]?.schema;
      const page = pageOf(model, object);
      const anchor = object.operationId ?? `${name}.${method}`;
      return [
        {
          name,
          anchor,
          title: (object.summary ?? name).replace(/[.。]$/, ''),
          ...(object.description !== undefined && { description: object.description.trim() }),
          fields: fieldTree({ model, words }, schema, anchor),
          ...(page !== undefined && { page }),
        },
      ];
    }),
  );
}
