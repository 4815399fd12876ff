// The sandbox, which answers as Weiban does, with and without a server.
export { createSandbox, type OperationId, type SandboxControls, type SandboxCore } from './create-sandbox.ts';
export type { Drift } from './drift.ts';
export type { SandboxLimits } from './limits.ts';
export type { SandboxOptions } from './options.ts';
export type { SandboxPerson } from './persons.ts';
export type { SandboxAnswer, SandboxRequest, Scenario, WhenOptions } from './scenarios.ts';
export {
  type Sandbox,
  type SandboxClientOptions,
  type SandboxServerOptions,
  startSandbox,
} from './start-sandbox.ts';
