// Before we show a form: which fields does a ticket of a template need, and how long may they be?
import { createWeiban } from 'weiban-openapi';
import type { TicketComponent } from 'weiban-openapi/operations';

const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL });

const describe = ({ title, type, config }: TicketComponent): string =>
  `${title} (${type}${config.max_length === undefined ? '' : `, at most ${config.max_length}`})`;

const forms: Record<string, string[]> = {};
for await (const { id } of weiban.workorder.templateList.items({ limit: 10 })) {
  const { template_detail } = await weiban.workorder.templateDetail({ template_id: String(id) });
  const components = template_detail.component_list.filter(({ config }) => config.is_required);
  forms[id] = components.sort((a, b) => a.config.sort - b.config.sort).map(describe);
  if (Object.keys(forms).length === 5) break;
}
const missing = await weiban.workorder
  .templateDetail({ template_id: 'sandbox:error:TicketTemplateNotFound' })
  .result();
console.log(JSON.stringify({ forms, missing: missing.ok ? 'found' : missing.error.code }));
