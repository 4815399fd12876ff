// The collection and its environment, as Postman's runner reads them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import newman from 'newman';

const read = (root, name) => JSON.parse(readFileSync(join(root, 'generated', name), 'utf8'));

/** Reads the collection of a language: `postman-collection.json` or `postman-collection.zh.json`. */
export const readCollection = (root, name) => read(root, name);

/** The requests of a collection in order, by operationId. */
export function requestsOf(collection) {
  return new Map(collection.item.flatMap(({ item }) => item).map((request) => [request.id, request]));
}

/** Sends all requests of a collection one after the other. Rejects if one gets no answer or a script fails. */
export async function send(root, collection, url) {
  const environment = read(root, 'postman-environment-sandbox.json');
  const variable = (name) => environment.values.find(({ key }) => key === name);
  variable('baseUrl').value = url;
  const summary = await new Promise((resolve, reject) => {
    newman.run({ collection, environment, reporters: [] }, (error, done) =>
      error ? reject(error) : resolve(done),
    );
  });
  const [failure] = summary.run.failures;
  if (failure) throw new Error(`${failure.source?.name}: ${failure.error.message}`);
  return summary.run.executions.map(({ item, response }) => ({ id: item.id, answer: response.json() }));
}
