// node slow-process-main.cjs <module> <compiler> <folder>: loads a package with a compiler in it, and then the module that
// emits with it. The package is loaded before tsx, which would read its 10 MB for import statements, and by `require`, for
// as an ES module Node would read it for the names that it exports: that takes longer than all the emitting.
const [, , path, compiler, folder] = process.argv;
const load = require('node:module').createRequire(path);
const saveCode = require('./keep-code.cjs')(folder);
process.once('disconnect', () => {
  // It has answered. Whoever started it ends it when everything is emitted, which is not to be before the code is saved.
  process.on('SIGTERM', () => undefined);
  saveCode();
});
for (const name of [compiler, 'tsx/cjs', path]) load(name);
