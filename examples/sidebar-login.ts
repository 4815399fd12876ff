// A card in Weiban's sidebar that knows its viewer. Weiban opens the card's page with a code in its address. This
// program exchanges the code for an identity, and keeps the identity in a signed cookie.
//
//   npm install weiban-openapi
//   WEIBAN_CORP_ID=… WEIBAN_SECRET=… CARD_STATE=… SESSION_KEY=… npx tsx sidebar-login.ts
//
// CARD_STATE and SESSION_KEY are two random texts of 32 characters or more. In Weiban's console the card's address is
// https://<your host>/login/<CARD_STATE>. A login needs CARD_STATE, so a forged link with somebody else's code signs
// nobody in. WEIBAN_BASE_URL points it to a sandbox; PORT is the port to listen on (default 3000).

import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createWeiban } from 'weiban-openapi';

const SESSION_SECONDS = 8 * 60 * 60;
const LONGEST_CODE = 200;

const state = secretOf('CARD_STATE');
const key = secretOf('SESSION_KEY');
const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL, timeout: 10_000 });

interface Session {
  readonly staff: string;
  readonly customer: string | undefined;
  readonly group: string | undefined;
  /** Unix seconds. */
  readonly until: number;
}

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  response.setHeader('cache-control', 'no-store').setHeader('referrer-policy', 'no-referrer');
  if (request.method !== 'GET') return answer(response, 405, 'Only GET is allowed.');
  if (url.pathname === '/card') return showCard(request, response);
  if (url.pathname.startsWith('/login/')) return void logIn(url, response);
  answer(response, 404, 'Not found.');
});
server.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () => {
  console.log(`listening: ${JSON.stringify(server.address())}`);
});

async function logIn(url: URL, response: ServerResponse): Promise<void> {
  const code = url.searchParams.get('code') ?? '';
  if (!isSame(url.pathname.slice('/login/'.length), state))
    return answer(response, 403, 'Open this page from the card.');
  if (code === '' || code.length > LONGEST_CODE)
    return answer(response, 400, 'The code is missing or too long.');
  const outcome = await weiban.openAuth.sidebarGetAuthInfo({ code }).result();
  if (!outcome.ok) {
    if (outcome.error.is('SidebarCodeInvalid')) return answer(response, 401, 'Open the sidebar again.');
    console.error(outcome.error.message);
    return answer(response, 502, 'Weiban did not answer; try again later.');
  }
  const { staff_id, external_user_id, group_chat_id } = outcome.value;
  // Only one of the two ids is set; the other may be missing or empty.
  const session: Session = {
    staff: staff_id,
    customer: external_user_id || undefined,
    group: group_chat_id || undefined,
    until: Math.floor(Date.now() / 1000) + SESSION_SECONDS,
  };
  // The card is a frame in another site, where a cookie needs these attributes. The redirect removes the code from the
  // URL.
  const attributes = `Path=/card; Max-Age=${SESSION_SECONDS}; HttpOnly; Secure; SameSite=None; Partitioned`;
  response.writeHead(303, { location: '/card', 'set-cookie': `card=${seal(session)}; ${attributes}` }).end();
}

function showCard(request: IncomingMessage, response: ServerResponse): void {
  const session = unseal(/(?:^|;\s*)card=([\w.-]+)/.exec(request.headers.cookie ?? '')?.[1]);
  const whom = session?.customer ? `customer ${session.customer}` : `group chat ${session?.group}`;
  if (session) answer(response, 200, `Employee ${session.staff} looks at ${whom}.`);
  else answer(response, 401, 'Open the sidebar again.');
}

function seal(session: Session): string {
  const text = Buffer.from(JSON.stringify(session)).toString('base64url');
  return `${text}.${signatureOf(text)}`;
}

/** The session of a cookie; undefined if this program did not sign it, or if it has expired. */
function unseal(cookie = ''): Session | undefined {
  const [text = '', signature = ''] = cookie.split('.');
  if (!isSame(signature, signatureOf(text))) return undefined;
  const session: Session = JSON.parse(Buffer.from(text, 'base64url').toString());
  return session.until > Date.now() / 1000 ? session : undefined;
}

function signatureOf(text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}

/** Compares in constant time, so that timing does not reveal how much is correct. */
function isSame(given: string, wanted: string): boolean {
  const [a, b] = [given, wanted].map((text) => createHmac('sha256', key).update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

function secretOf(name: string): string {
  const value = process.env[name] ?? '';
  if (/^[\w-]{32,}$/.test(value)) return value;
  throw new Error(`${name} must be a random text of at least 32 letters, digits, - or _.`);
}
