import { assertType, expectTypeOf, test } from 'vitest';
import { createWebhookReceiver, type ReceivedEvent, type WebhookEvent } from '../../src/webhooks/index.ts';

declare const event: ReceivedEvent;

test('event and status distinguish the messages', () => {
  if (event.event === 'work_order_change') {
    expectTypeOf(event.msg_data.order_no).toEqualTypeOf<string>();
    // A closed ticket may come with the same status, and without a handler.
    if (event.status === 'switch')
      expectTypeOf(event.msg_data.handler_id).toEqualTypeOf<string | undefined>();
    // @ts-expect-error only a ticket that was passed on has this field
    event.msg_data.handler_id;
    // @ts-expect-error a misspelt member
    event.msg_data.oder_no;
  }
  if (event.event === 'meeting_change') expectTypeOf(event.msg_data.meeting.id).toEqualTypeOf<number>();
});

test('an unknown event is a separate case, and a switch is exhaustive', () => {
  switch (event.event) {
    case 'work_order_change':
    case 'meeting_change':
      expectTypeOf(event.msg_data).not.toBeAny();
      break;
    case 'unknown':
      expectTypeOf(event.message).toEqualTypeOf<Readonly<Record<string, unknown>>>();
      break;
    default:
      assertType<never>(event);
  }
  // @ts-expect-error not before it is known to be a documented one
  event.msg_data;
});

test('a message has its type by name', () => {
  expectTypeOf<WebhookEvent<'work_order_change.create'>['status']>().toEqualTypeOf<'create'>();
  expectTypeOf<WebhookEvent<'work_order_change.reply'>['msg_data']['cc_list']>().toEqualTypeOf<
    string[] | undefined
  >();
});

test('a handler is typed, and may return anything', () => {
  const list: unknown[] = [];
  createWebhookReceiver({
    token: process.env.TOKEN,
    encodingAesKey: process.env.KEY,
    receiveId: 'ww',
    onEvent: (given, delivery) => {
      expectTypeOf(given).toEqualTypeOf<ReceivedEvent>();
      expectTypeOf(delivery.id).toEqualTypeOf<string | undefined>();
      return list.push(given);
    },
  });
  // @ts-expect-error a receive id is required
  createWebhookReceiver({ token: 't', encodingAesKey: 'k' });
});
