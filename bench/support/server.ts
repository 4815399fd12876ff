// A server in a process of its own that answers everything with the same opportunity: prints its URL.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerTo } from './stub.ts';

const server = createServer((request, response) => {
  request.resume();
  response.setHeader('content-type', 'application/json');
  response.end(answerTo(request.url ?? ''));
});
server.listen(0, '127.0.0.1', () => {
  // Sound: a server that listens on TCP has an address with a port.
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
