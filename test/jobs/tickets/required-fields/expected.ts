import { call } from '../../plain.ts';

const { template_list } = await call('workorder/template/list', { limit: 5 });
const forms: Record<string, string[]> = {};
for (const { id } of template_list) {
  const { template_detail } = await call('workorder/template/detail', { template_id: id });
  const bySort: string[] = [];
  for (const { title, type, config } of template_detail.component_list) {
    const length = 'max_length' in config ? `, at most ${config.max_length}` : '';
    if (config.is_required) bySort[config.sort] = `${title} (${type}${length})`;
  }
  forms[id] = bySort.filter((text) => text);
}
console.log(JSON.stringify({ forms, missing: 223014 }));
