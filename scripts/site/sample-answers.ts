import { createWeiban } from 'weiban-openapi';
import { createSandbox } from 'weiban-openapi/sandbox';
import { shortenLists } from '../generate/shorten-lists.ts';
import { exactJson } from '../kit/exact-json.ts';
import type { Model } from '../spec/model.ts';
import { sampleRequest } from './view/samples.ts';

/** The time at which the sandbox answers, so that every build has the same answers. */
const NOW = Date.UTC(2026, 0, 5, 2);

/** What the sandbox answers to the sample call of each operation, as JSON by id. Lists are shortened to one item. */
export async function sampleAnswers(model: Model): Promise<Map<string, string>> {
  const clock = { now: () => NOW, after: () => () => undefined };
  const sandbox = createSandbox({ clock, limits: false, rows: 20, ...sampleAccount(model) });
  const { corpId, secret } = sandbox;
  const weiban = createWeiban({
    corpId,
    secret,
    fetch: (input, init) => sandbox.handle(new Request(input, init)),
  });
  const answers = new Map<string, string>();
  for (const operation of model.operations) {
    const { method, path, body } = sampleRequest(model, operation);
    const headers = { 'content-type': 'application/json' };
    const response = await weiban.fetch(path, { method, ...(body !== undefined && { body, headers }) });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    if (isJson) answers.set(operation.id, exactJson(shortenLists(JSON.parse(text)), 2));
    // What one call writes must not show in the answer of the next.
    sandbox.reset();
  }
  return answers;
}

/** The account in the sample of the call that issues a token, so that the sandbox issues one. */
function sampleAccount(model: Model) {
  const { token } = model.profile;
  const operation = model.operations.find(({ authenticated }) => !authenticated);
  if (token === undefined || operation === undefined) return {};
  const { body = '{}' } = sampleRequest(model, operation);
  const given: Record<string, string> = JSON.parse(body);
  return { corpId: given[token.corpId], secret: given[token.secret] };
}
