import { readFileSync } from 'node:fs';

const file = new URL('../../test/recordings/opportunityOne/documented.json', import.meta.url);
/** The opportunity's recorded answer, about 3 kB. */
export const opportunity = JSON.stringify(JSON.parse(readFileSync(file, 'utf8')).response.body);
const token = '{"errcode":0,"errmsg":"ok","access_token":"bench","expires_in":7200}';

/** The answer of the server and of {@link stubFetch}. */
export function answerTo(url: string): string {
  return url.includes('access_token/get') ? token : opportunity;
}

/** A fetch that answers immediately, from memory. */
export const stubFetch: typeof fetch = async (input) => {
  const url = input instanceof Request ? input.url : String(input);
  return new Response(answerTo(url), { headers: { 'content-type': 'application/json' } });
};
