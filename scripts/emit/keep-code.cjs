// V8's code for large CommonJS files, kept from one process to the next: a compiler is 10 MB of JavaScript, and to read it
// takes half of the time that it takes to load. Node does so itself from 22.8 on (module.enableCompileCache).
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname, join } = require('node:path');
const { constants, Script } = require('node:vm');

const LARGE = 2 ** 19;
const HASH = 32;

/** From now on code is looked for in a folder; what is given back writes what is new there. */
module.exports = function keepCode(folder) {
  const { _compile } = Module.prototype;
  const made = [];
  Module.prototype._compile = function compile(text, path, ...rest) {
    if (text.length < LARGE || text.startsWith('#!')) return _compile.call(this, text, path, ...rest);
    const file = join(folder, sha256(path).toString('hex').slice(0, 16));
    const { size, mtimeMs } = statSync(path);
    // V8 itself refuses code of another version of V8, with other flags, or for a text of another length.
    const stamp = sha256(`${path} ${size} ${mtimeMs}`);
    const cachedData = read(file, stamp);
    const script = new Script(Module.wrap(text), {
      filename: path,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      ...(cachedData && { cachedData }),
    });
    if (script.cachedDataRejected !== false) made.push({ file, stamp, script });
    const run = script.runInThisContext();
    return run.call(this.exports, this.exports, Module.createRequire(path), this, path, dirname(path));
  };
  return () => made.forEach(write);
};

function read(file, stamp) {
  try {
    const kept = readFileSync(file);
    return kept.subarray(0, HASH).equals(stamp) ? kept.subarray(HASH) : undefined;
  } catch {
    return undefined;
  }
}

function write({ file, stamp, script }) {
  const whole = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch {
    // Code is done without.
    return;
  }
  try {
    writeFileSync(whole, Buffer.concat([stamp, script.createCachedData()]));
    renameSync(whole, file);
  } catch {
    // The next process makes it again.
    rmSync(whole, { force: true });
  }
}

function sha256(text) {
  return createHash('sha256').update(text).digest();
}
