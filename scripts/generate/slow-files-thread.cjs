// The main file of the thread that slow-files.ts starts. It loads the compiler by `require` and before tsx: tsx, and
// Node for an ES module, would first search its 9 MB for imports and exports, which takes as long as loading them.
require('openapi-typescript/dist/transform/index.cjs');
require('tsx/cjs');
require('./answer-model.ts');
