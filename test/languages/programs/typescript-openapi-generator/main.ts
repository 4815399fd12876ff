// Calls the sandbox with the client that openapi-generator makes, and prints a line of JSON for each step.
import {
  AccessTokenApi,
  Configuration,
  CustomersApi,
  SalesProcessApi,
  TagLibraryApi,
} from './client/index.js';

declare const process: { env: Record<string, string> };

const { WEIBAN_BASE_URL: basePath, WEIBAN_CORP_ID, WEIBAN_SECRET, WEIBAN_TAG_GROUP } = process.env;
const print = (step: string, values: object) => console.log(JSON.stringify({ step, ...values }));

const issued = await new AccessTokenApi(new Configuration({ basePath })).accessTokenGet({
  accessTokenGetBody: { corpId: WEIBAN_CORP_ID, secret: WEIBAN_SECRET },
});
print('token', { expires_in: issued.expiresIn });

const configuration = new Configuration({ basePath, apiKey: issued.accessToken });
const sales = new SalesProcessApi(configuration);
const { opportunity } = await sales.opportunityOne({ serialNumber: 'SJ20240305' });
print('read', { organization: opportunity?.organization.name, stage: opportunity?.stage.name });

const customers: string[] = [];
for (let offset = 0, total = 1; offset < total; ) {
  const page = await new CustomersApi(configuration).externalUserList({ limit: 50, offset });
  customers.push(...(page.externalUserList ?? []).map(({ id }) => id));
  offset += page.externalUserList?.length ?? 0;
  total = page.total ?? 0;
}
print('list', { customers });

const written = await new TagLibraryApi(configuration).tagCreate({
  tagCreateBody: { tagGroupId: WEIBAN_TAG_GROUP, tagNameList: ['新语言 "tag" 1'] },
});
print('write', { errcode: written.errcode });

const refused = await sales.opportunityOne({ id: '1' });
print('error', { errcode: refused.errcode });
