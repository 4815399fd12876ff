// Calls the package that was built from spec/ of this folder, against its own sandbox and against a server. Returns what
// each call came to. JavaScript, because the package and its types exist only while the test runs.
import { once } from 'node:events';
import { createServer } from 'node:http';

const options = { corpId: 'key', secret: 'hush-hush-secret' };

export async function callSandbox(folder) {
  const { createWeiban } = await import(`${folder}/dist/index.js`);
  const { startSandbox } = await import(`${folder}/dist/sandbox.js`);
  const sandbox = await startSandbox({ rows: 45 });
  try {
    const api = createWeiban(sandbox.clientOptions);
    const found = {};
    found.shop = Object.keys(await api.shopsGet({ shop_id: 's1' })).sort();
    const page = await api.shopsList({ page: 2, page_size: 20 });
    found.page = [page.list.length, page.total];
    let rows = 0;
    for await (const shop of api.shopsList.items({ page_size: 20 })) rows += shop.id ? 1 : 0;
    found.rows = rows;
    const created = await api.shopsCreate({ name: '西湖店' }).withResponse();
    found.created = [created.response.status, typeof created.data.id];
    found.replaced = typeof (await api.shopsReplace({ shop_id: 's1', name: '新店' })).name;
    const gone = await api.shopsDelete({ shop_id: 's1' }).withResponse();
    found.gone = [gone.response.status, gone.data === undefined];
    const products = await api.productsList({ shop_id: 's1' });
    found.products = [Array.isArray(products), typeof products[0].id];
    const logo = { file: new Blob(['logo'], { type: 'image/png' }), title: 'Logo' };
    found.logo = typeof (await api.logoUpload({ shop_id: 's1', ...logo })).url;
    found.sheet = typeof (await api.orders.export());
    found.invoice = (await api.ordersInvoice({ order_id: 'o1' })) instanceof Uint8Array;
    found.status = typeof (await api.statusGet()).up;
    sandbox.when('shopsGet', { error: 'ShopNotFound' });
    const missing = await api.shopsGet({ shop_id: 'nowhere' }).result();
    found.missing = [missing.error.kind, missing.error.code, missing.error.reason];
    const stranger = createWeiban({ ...sandbox.clientOptions, secret: 'wrong-secret' });
    const refused = await stranger.shopsGet({ shop_id: 's1' }).result();
    found.refused = [
      refused.error.operation,
      refused.error.code,
      /corpId and secret/.test(refused.error.message),
    ];
    return found;
  } finally {
    await sandbox.close();
  }
}

/** A server that answers from a list; `seen` are the requests. */
async function serve(answer) {
  const seen = [];
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    seen.push({ method: request.method, url: request.url, headers: request.headers, body });
    const { status = 200, headers = {}, json, text } = answer(request, seen.length);
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(text ?? (json === undefined ? '' : JSON.stringify(json)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { seen, server, baseUrl: `http://127.0.0.1:${server.address().port}` };
}

export async function callServer(folder) {
  const { createWeiban } = await import(`${folder}/dist/index.js`);
  const { describeError } = await import(`${folder}/dist/errors.js`);
  let logins = 0;
  let tooMany = 0;
  const ok = (data) => ({ json: { code: 0, msg: 'ok', data } });
  const failed = (status, code, msg, headers) => ({ status, headers, json: { code, msg, data: null } });
  /** By method and address, and for one by its token: the first that fits answers. */
  const routes = [
    [/^POST .*login/, () => ok({ session: { token: `T-${++logins}`, expires_in: 60 } })],
    [/^PUT .* T-1$/, () => failed(401, 40101, 'ended')],
    [/^GET .*a%2Fb/, () => failed(404, 40401, '门店不存在 hush-hush-secret')],
    [/^POST /, () => failed(409, 40901, '门店名称重复')],
    [
      /^GET .*busy/,
      () =>
        tooMany++ === 0
          ? failed(429, 42901, 'slow down', { 'retry-after': '0' })
          : ok({ id: 's', name: 'n' }),
    ],
    [/^DELETE .*kept/, () => ({ status: 409, text: 'it has orders' })],
    [/^DELETE /, () => ({ status: 204, text: '' })],
    [
      /products/,
      () => ({ text: '{"code":0,"msg":"ok","data":[{"id":90071992547409931,"title":"t","price":1}]}' }),
    ],
    [/none.invoice/, () => ({ json: { code: 40401, msg: 'no invoice' } })],
    [
      /invoice/,
      () => ({ headers: { 'content-type': 'application/pdf' }, text: Buffer.from([37, 80, 68, 70, 0, 255]) }),
    ],
    [/export/, () => ({ headers: { 'content-type': 'text/csv' }, text: 'id\n12345678901234567890\n' })],
    [/status/, () => ({ json: { up: true } })],
    [/./, () => ok({ id: 's', name: 'n' })],
  ];
  const { seen, server, baseUrl } = await serve(({ method, url, headers }) => {
    const request = `${method} ${url} ${headers['x-session-token']}`;
    return routes.find(([fits]) => fits.test(request))[1]();
  });
  try {
    const api = createWeiban({ ...options, baseUrl });
    const found = {};
    found.status = await api.statusGet();
    found.loginBefore = logins;
    found.shop = await api.shopsGet({ shop_id: 's' });
    found.login = JSON.parse(seen[1].body);
    found.header = seen[2].headers['x-session-token'];
    found.url = seen[2].url;
    found.renewed = await api.shopsReplace({ shop_id: 's', name: 'n' });
    found.logins = logins;
    const outcome = async (call) => {
      const { error } = await call.result();
      return [error.kind, error.status, error.code, error.reason ?? null, error.vendorMessage];
    };
    found.missing = await outcome(api.shopsGet({ shop_id: 'a/b' }));
    found.taken = await outcome(api.shopsCreate({ name: 'n' }));
    found.busy = await api.shopsGet({ shop_id: 'busy' });
    found.gone = (await api.shopsDelete({ shop_id: 's' })) === undefined;
    found.kept = await outcome(api.shopsDelete({ shop_id: 'kept' }));
    found.products = await api.productsList({ shop_id: 's' });
    found.invoice = [...(await api.ordersInvoice({ order_id: 'o' }))];
    found.noInvoice = await outcome(api.ordersInvoice({ order_id: 'none' }));
    found.sheet = await api.orders.export();
    await api.logoUpload({ shop_id: 's', file: new Blob(['LOGO'], { type: 'image/png' }), title: 'L' });
    const upload = seen.at(-1);
    found.upload = [
      upload.method,
      /^multipart\/form-data; boundary=/.test(upload.headers['content-type']),
      /LOGO/.test(upload.body),
    ];
    const byPath = await api.http.GET('/v1/shops/{shop_id}', { params: { path: { shop_id: 'a/b' } } });
    found.byPath = [byPath.response.status, byPath.error.code];
    const emptied = await api.http.DELETE('/v1/shops/{shop_id}', { params: { path: { shop_id: 's' } } });
    found.emptied = emptied.response.status;
    const raw = await api.fetch('/v1/orders/o/invoice');
    found.raw = [...new Uint8Array(await raw.arrayBuffer())];
    found.advice = describeError('ShopNotFound')[0].advice;
    found.isSecret = seen.slice(2).every(({ url, body }) => !url.includes('T-') && !body.includes('T-'));
    return found;
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
