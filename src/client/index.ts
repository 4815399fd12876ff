// The face of this room for the rest of the package; consumers get the exports of src/index.ts and src/operations.ts.
export { layOut } from './arguments.ts';
export { all, batches } from './batch-function.ts';
export { allOf, batchesOf } from './batches.ts';
export { createCaller } from './caller.ts';
export type { WeibanOptions } from './config.ts';
export { type Counters, type Counts, createCounters, type OperationCounts } from './counters.ts';
export { createCore } from './create-core.ts';
export { createWeiban, type Weiban } from './create-weiban.ts';
export { debugHooks } from './debug-hooks.ts';
export type { HttpClient } from './http.ts';
export { issueToken } from './issue-token.ts';
export { pagesOf } from './lists.ts';
export { valueAt } from './read-page.ts';
export { type WalkedPage, walk } from './walk.ts';
export { items, pages } from './walk-function.ts';
