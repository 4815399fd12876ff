// Calls the sandbox with requests of the collection, as a person changes them in Postman, and prints a line of JSON for each step.
import { readCollection, requestsOf, send } from './collection.mjs';

const [root] = process.argv.slice(2);
const { WEIBAN_BASE_URL: url, WEIBAN_TAG_GROUP: group } = process.env;
const collection = readCollection(root, 'postman-collection.zh.json');
const requests = requestsOf(collection);

/** A request of the collection that sends only these parameters, besides the token. */
function withQuery(id, values) {
  const item = structuredClone(requests.get(id));
  item.request.url.query = item.request.url.query.flatMap(({ key, value }) => {
    if (key === 'access_token') return [{ key, value }];
    return key in values ? [{ key, value: values[key] }] : [];
  });
  return item;
}

function withBody(id, values) {
  const item = structuredClone(requests.get(id));
  item.request.body.raw = JSON.stringify(values);
  return item;
}

const pages = ['0', '50', '100'].map((offset) => withQuery('externalUserList', { limit: '50', offset }));
const items = [
  requests.get('accessTokenGet'),
  withQuery('opportunityOne', { serial_number: 'SJ20240305' }),
  ...pages,
  withBody('tagCreate', { tag_group_id: group, tag_name_list: ['新语言 "tag" 1'] }),
  withQuery('opportunityOne', { id: '1' }),
];
const answers = (await send(root, { ...collection, item: items }, url)).map(({ answer }) => answer);
const [token, { opportunity }, first, second, third, write, error] = answers;
const customers = [first, second, third].flatMap((page) => page.external_user_list.map(({ id }) => id));

const print = (step, values) => console.log(JSON.stringify({ step, ...values }));
print('token', { expires_in: token.expires_in });
print('read', { organization: opportunity.organization.name, stage: opportunity.stage.name });
print('list', { customers });
print('write', { errcode: write.errcode });
print('error', { errcode: error.errcode });
