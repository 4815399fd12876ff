// Keep two answers as test data: no real name may be in the files, and ids still have to match across files.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWeiban } from 'weiban-openapi';
import { createRecorder } from 'weiban-openapi/record';

const folder = mkdtempSync(join(tmpdir(), 'recordings-'));
const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL, record: createRecorder({ folder }) });

const { external_user_list } = await weiban.externalUser.list({ limit: 3 });
const ids = external_user_list.map(({ id }) => id ?? '');
await weiban.externalUser.batchGet({ id_list: ids });
await weiban.externalUser.list({ limit: 3 }); // the same answer again: no second file
await weiban.opportunity.one({ id: 'sandbox:error:OpportunityNotFound' }).result();

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.json'),
);
const texts = files.map((name) => readFileSync(join(folder, name), 'utf8'));
const [list] = texts.filter((_, at) => files[at]?.startsWith('externalUserList'));
const { request, response } = JSON.parse(list ?? '{}');
const pseudonyms: string[] = response.body.external_user_list.map(({ id }: { id: string }) => id);
const batch = texts.find((_, at) => files[at]?.startsWith('externalUserBatchGet')) ?? '';
console.log(
  JSON.stringify({
    files: files.map((name) => name.replace(/-[0-9a-f]+\.json$/, '')).sort(),
    namesLeft: external_user_list.filter(({ name }) => texts.some((text) => text.includes(name ?? '\0')))
      .length,
    idsLeft: ids.filter((id) => texts.some((text) => text.includes(id))).length,
    idsMatch: pseudonyms.every((id) => batch.includes(id)),
    hasRequest: request !== undefined,
    ignored: readFileSync(join(folder, '.gitignore'), 'utf8').includes('.recordings-key'),
  }),
);
rmSync(folder, { recursive: true });
