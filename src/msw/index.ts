// Handlers for msw 2 that answer as the sandbox does. They run wherever msw runs, including browsers.
export {
  createSandbox,
  type OperationId,
  type SandboxControls,
  type SandboxCore,
} from '../sandbox/internal.ts';
export { type WeibanCall, type WeibanResolver, weibanHandler } from './weiban-handler.ts';
export { type WeibanHandlersOptions, weibanHandlers } from './weiban-handlers.ts';
