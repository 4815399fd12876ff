// Tag 2,500 people in advance by phone number, in as few calls as possible.
import { createCounters, createWeiban } from 'weiban-openapi';

const counters = createCounters();
const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL, hooks: [counters.hooks] });

const mobile_list = Array.from({ length: 2_500 }, (_, at) => `1380000${String(at).padStart(4, '0')}`);
const tag = { id: 67, name: '示例标签', group_name: '示例标签组' };
const sizes: number[] = [];
for await (const { ok, error, items } of weiban.wxUser.markTag.batches({ tag, mobile_list })) {
  if (!ok) throw error;
  sizes.push(items.length);
}
console.log(JSON.stringify({ sizes, requests: counters.read().operations.wxUserMarkTag?.requests }));
