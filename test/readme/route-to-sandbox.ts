// Loaded before a block that runs: a sandbox in the same process answers its requests to the vendor's server, and a server
// that it starts reports its port to the test. Everything else stays unchanged.
import { Server } from 'node:net';
import { createSandbox } from 'weiban-openapi/sandbox';

const VENDOR = 'https://open.weibanzhushou.com/';

const sandbox = createSandbox({ corpId: process.env.WEIBAN_CORP_ID, secret: process.env.WEIBAN_SECRET });
const send = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  return request.url.startsWith(VENDOR) ? sandbox.handle(request) : send(input, init);
};

const { listen } = Server.prototype;
Server.prototype.listen = function (this: Server, ...args: unknown[]) {
  this.once('listening', () => process.send?.(this.address()));
  return Reflect.apply(listen, this, args);
};
