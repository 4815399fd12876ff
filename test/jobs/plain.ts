// Calls of `expected.ts`: plain fetch, without anything of the package.

let token: string | undefined;

/** Calls an endpoint with a query and, for a POST, a body; returns the answer as it is. */
export async function call(
  path: string,
  query: Readonly<Record<string, string | number>> = {},
  body?: object,
  // biome-ignore lint/suspicious/noExplicitAny: the point of these programs is to use no types of the package
): Promise<any> {
  token ??= await requestToken();
  const url = new URL(`/open-api/${path}`, process.env.WEIBAN_BASE_URL);
  url.searchParams.set('access_token', token);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  const response = await (body === undefined ? fetch(url) : fetch(url, post(body)));
  return response.json();
}

/** Reads all rows of a list that pages by offset, 100 at a time. */
export async function allRows(
  path: string,
  field: string,
  query: Readonly<Record<string, string | number>> = {},
  // biome-ignore lint/suspicious/noExplicitAny: see above
): Promise<any[]> {
  const rows: unknown[] = [];
  for (;;) {
    const page: unknown[] = (await call(path, { ...query, limit: 100, offset: rows.length }))[field];
    rows.push(...page);
    if (page.length < 100) return rows;
  }
}

async function requestToken(): Promise<string> {
  const url = new URL('/open-api/access_token/get', process.env.WEIBAN_BASE_URL);
  const credentials = { corp_id: process.env.WEIBAN_CORP_ID, secret: process.env.WEIBAN_SECRET };
  return (await (await fetch(url, post(credentials))).json()).access_token;
}

function post(body: object): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
