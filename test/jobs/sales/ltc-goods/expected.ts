import { call } from '../../plain.ts';

const { data: metadata } = await call('ltc/order/metadata');
const required: string[] = [];
for (const field of metadata.base_fields) if (field.required) required.push(field.field_key);
const { data } = await call('ltc/goods/list', { limit: 1 });
// Every product has an id of its own, so the catalogue has as many as the total says.
console.log(JSON.stringify({ products: data.total_count, first: data.goods[0].goods_id, required }));
