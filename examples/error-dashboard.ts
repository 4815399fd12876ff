// A page that shows, for each operation, the number of requests, their mean duration, and the errors by name with
// advice. Copy the hooks and the page into your own service; this example watches a round of reads each minute.
//
//   npm install weiban-openapi
//   WEIBAN_CORP_ID=… WEIBAN_SECRET=… npx tsx error-dashboard.ts
//
// WEIBAN_BASE_URL points it to a sandbox; PORT is the port of the page (default 3000).

import { createServer } from 'node:http';
import { createWeiban, type Hooks, type WeibanError } from 'weiban-openapi';
import { describeError } from 'weiban-openapi/errors';

const ROUND_MS = 60_000;

interface Seen {
  requests: number;
  /** Total of all requests, in milliseconds. */
  duration: number;
  readonly errors: Map<string, { count: number; advice: string }>;
}

const operations = new Map<string, Seen>();

const hooks: Hooks = {
  onResponse({ operation, duration, error }) {
    const seen = operations.get(operation) ?? { requests: 0, duration: 0, errors: new Map() };
    operations.set(operation, seen);
    seen.requests += 1;
    seen.duration += duration;
    if (!error) return;
    const name = nameOf(error);
    const { count } = seen.errors.get(name) ?? { count: 0 };
    seen.errors.set(name, { count: count + 1, advice: adviceOf(error) });
  },
};

const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL, hooks });

const server = createServer((_, response) => {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  };
  response.writeHead(200, headers).end(page());
});
server.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () => {
  console.log(`listening: ${JSON.stringify(server.address())}`);
});
await round();
setInterval(round, ROUND_MS);

/** The calls to watch. None of them rejects, because the page shows each failure. */
async function round(): Promise<void> {
  await Promise.all([
    weiban.staff.list({ limit: 1 }).result(),
    weiban.tag.list({ limit: 1 }).result(),
    weiban.externalUser.list({ limit: 1 }).result(),
    weiban.opportunity.one({ id: process.env.OPPORTUNITY_ID ?? '1' }).result(),
  ]);
  console.log('a round of reads is done');
}

/** The documented name of an error, otherwise its code, otherwise its kind. */
function nameOf(error: WeibanError): string {
  return error.reason ?? (error.code === undefined ? error.kind : `${error.kind} ${error.code}`);
}

function adviceOf(error: WeibanError): string {
  const texts = describeError(error).map(({ zh, en, advice }) => `${zh} ${en} ${advice}`);
  return texts.length > 0 ? texts.join(' Or: ') : error.message;
}

function page(): string {
  const rows = [...operations]
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([name, seen]) => rowsOf(name, seen));
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Weiban</title>
<style>body{font:15px/1.5 system-ui;margin:2rem}td,th{padding:.3rem .8rem;text-align:left}.error td{color:#a00}</style>
<h1>Calls to Weiban</h1>
<table><tr><th>Operation<th>Requests<th>Mean<th>What it means, and what to do</tr>
${rows.join('\n')}
</table></html>
`;
}

function rowsOf(operation: string, { requests, duration, errors }: Seen): string[] {
  const mean = Math.round(duration / requests);
  return [
    `<tr><td>${escaped(operation)}<td>${requests}<td>${mean} ms<td></tr>`,
    ...Array.from(
      errors,
      ([name, { count, advice }]) =>
        `<tr class="error"><td>${escaped(name)}<td>${count}<td><td>${escaped(advice)}</tr>`,
    ),
  ];
}

/** Escapes text of answers: it cannot be trusted and must not become HTML of the page. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
