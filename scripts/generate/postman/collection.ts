import type { Model, Operation } from '../../spec/model.ts';
import { serverUrl } from '../../spec/server.ts';
import type { RecordedAnswer } from '../recorded-answer.ts';
import { say } from '../words.ts';
import { SANDBOX_PORT } from './environments.ts';
import { requestItem, requestName } from './request-item.ts';
import { stableId } from './stable-id.ts';
import { BASE_URL } from './variables.ts';

/** The form of the document, which importers look for. */
const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

/**
 * The API as a Postman collection v2.1: a folder for each category, a request for each operation with an example of its
 * answer, and a script that keeps the token. Apifox, Insomnia, Hoppscotch and Bruno read it, too.
 */
export function postmanCollection(model: Model, recordings: readonly RecordedAnswer[]): object {
  const { document, language } = model;
  const title = String(document.info.title);
  return {
    info: {
      name: title,
      _postman_id: stableId(`collection ${language} ${title}`),
      version: String(document.info.version),
      description: introduction(model),
      schema: SCHEMA,
    },
    item: folders(model, (operation) => requestItem(model, operation, recordings)),
    variable: [{ key: BASE_URL, value: serverUrl(model) }],
  };
}

function introduction({ document, language, profile, operations }: Model): string {
  const token = operations.find(({ id }) => id === profile.token?.operation);
  return [
    document.info.description ?? [],
    say(language, 'useEnvironment', { port: SANDBOX_PORT }),
    token === undefined ? [] : say(language, 'useToken', { name: requestName(token) }),
  ]
    .flat()
    .join('\n\n');
}

/** The requests in the folders of their categories. The folder of the token comes first, whoever sends them all in order. */
function folders(model: Model, itemOf: (operation: Operation) => object): object[] {
  const { document, language, operations, profile } = model;
  const token = operations.find(({ id }) => id === profile.token?.operation);
  const sorted = token === undefined ? operations : [token, ...operations.filter((other) => other !== token)];
  const tagOf = ({ object }: Operation) => object.tags?.[0] ?? '';
  const declared = (document.tags ?? []).map(({ name }) => String(name));
  const names = new Set([...(token === undefined ? [] : [tagOf(token)]), ...declared, ...sorted.map(tagOf)]);
  return [...names].flatMap((name) => {
    const items = sorted.filter((operation) => tagOf(operation) === name).map(itemOf);
    if (name === '' || items.length === 0) return items;
    const tag = document.tags?.find((candidate) => candidate.name === name);
    const title = language === 'zh' ? tag?.['x-title'] : undefined;
    const description = tag?.description;
    return [
      {
        name: String(title ?? name),
        id: name,
        ...(description !== undefined && { description }),
        item: items,
      },
    ];
  });
}
