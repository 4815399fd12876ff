// A list from a spreadsheet has ids that no customer has: tag the others and report these with advice.
import { createWeiban } from 'weiban-openapi';
import { describeError } from 'weiban-openapi/errors';

const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL });

const { external_user_list } = await weiban.externalUser.list({ limit: 30 });
const { tag_list } = await weiban.tag.list({ limit: 1 });
const tagIds = tag_list.map(({ tag_id }) => tag_id);
const spreadsheet = ['wmNobody', ...external_user_list.map(({ id }) => id), 'wmNobodyEither'];

let done = 0;
const failed: { id: string; code: number | undefined; advice: string[] }[] = [];
for (const external_user_id of spreadsheet) {
  const outcome = await weiban.tag.batchUpdate({ external_user_id, add_tag_id_list: tagIds }).result();
  if (outcome.ok) done += 1;
  else if (outcome.error.kind === 'api')
    failed.push({
      id: external_user_id,
      code: outcome.error.code,
      advice: describeError(outcome.error).map(({ adviceZh }) => adviceZh),
    });
  else throw outcome.error;
}
const table = failed.map(({ id, code, advice }) => [id, code, advice.length > 0]);
console.log(JSON.stringify({ done, table }));
