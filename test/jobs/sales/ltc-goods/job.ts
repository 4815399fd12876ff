// The product catalogue for our shop: all products by id.
import { createWeiban } from 'weiban-openapi';

const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL });

const names = new Map<string, string>();
for await (const { goods_id, name } of weiban.ltc.goodsList.items({ limit: 50 }, { concurrency: 2 })) {
  names.set(goods_id, name);
}
const required: string[] = [];
for (const { field_key, required: isRequired } of (await weiban.ltc.orderMetadata()).data.base_fields) {
  if (isRequired) required.push(field_key);
}
console.log(JSON.stringify({ products: names.size, first: [...names.keys()][0], required }));
