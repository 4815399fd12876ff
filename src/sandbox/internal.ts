// The internal interface of the sandbox, for other rooms and not for consumers. It contains no server, so that code
// that imports it runs in a browser.
export { checkRequest } from './check-request.ts';
export { createSandbox, type OperationId, type SandboxControls, type SandboxCore } from './create-sandbox.ts';
export { type Endpoint, openEndpoints } from './endpoints.ts';
export { failure } from './failures.ts';
export type { SandboxOptions } from './options.ts';
export { readContent } from './read-content.ts';
export { successResponse } from './success-response.ts';
