// A server that runs in its own process, prints its URL and answers every call with the same opportunity.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerTo } from './stub.ts';

const server = createServer((request, response) => {
  request.resume();
  response.setHeader('content-type', 'application/json');
  response.end(answerTo(request.url ?? ''));
});
server.listen(0, '127.0.0.1', () => {
  // A server that listens on TCP has an address with a port.
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
