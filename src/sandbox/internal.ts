// The second face of the sandbox: what other rooms build on and consumers do without. It holds no server, so that what
// imports it runs in a browser.
export { answerText } from './answers.ts';
export { checkRequest } from './check-request.ts';
export { createSandbox, type OperationId, type SandboxControls, type SandboxCore } from './create-sandbox.ts';
export { type Endpoint, openEndpoints } from './endpoints.ts';
export { failure } from './failures.ts';
export type { SandboxOptions } from './options.ts';
