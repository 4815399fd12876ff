// The main file of the thread that slow-files.ts starts. It loads both compilers by `require` and before tsx: tsx, and
// Node for an ES module, would first search their 20 MB for imports and exports, which takes as long as loading them.
require('openapi-typescript/dist/transform/index.cjs');
require('ts-morph');
require('tsx/cjs');
require('./answer-model.ts');
