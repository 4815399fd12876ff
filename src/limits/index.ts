// The face of this room for the rest of the package; consumers get the exports of src/index.ts.
export type { Gate, GateCall, Refusal, Window } from './gate.ts';
export { createLimiter, type Limiter } from './limiter.ts';
export { type LimitClass, type LimitOptions, type Quotas, resolveQuotas } from './quotas.ts';
