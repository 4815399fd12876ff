// Handlers for msw 2 from the sandbox's answers. Runs wherever msw does, in a browser as well.
export {
  createSandbox,
  type OperationId,
  type SandboxControls,
  type SandboxCore,
} from '../sandbox/internal.ts';
export { type WeibanCall, type WeibanResolver, weibanHandler } from './weiban-handler.ts';
export { type WeibanHandlersOptions, weibanHandlers } from './weiban-handlers.ts';
