// V8's code for large CommonJS files, kept from one process to the next: a compiler is 10 MB of JavaScript, and to read it
// takes half of the time that it takes to load. Node does so itself from 22.8 on (module.enableCompileCache).
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
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
    if (text.length < LARGE) return _compile.call(this, text, path, ...rest);
    const file = join(folder, sha256(path).toString('hex').slice(0, 16));
    const source = sha256(text);
    const cachedData = read(file, source);
    let script;
    try {
      script = new Script(Module.wrap(text), {
        filename: path,
        importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
        ...(cachedData && { cachedData }),
      });
    } catch {
      // An ES module, or a mistake, which Node tells better.
      return _compile.call(this, text, path, ...rest);
    }
    // V8 refuses code of another version of V8, or with other flags.
    if (script.cachedDataRejected !== false) made.push({ file, source, script });
    const run = script.runInThisContext();
    return run.call(this.exports, this.exports, Module.createRequire(path), this, path, dirname(path));
  };
  return () => made.forEach(write);
};

/** Code as it was written, for the source that it was made of: V8 itself notices neither damage nor another source. */
function read(file, source) {
  try {
    const kept = readFileSync(file);
    const [of, hash, code] = [kept.subarray(0, HASH), kept.subarray(HASH, 2 * HASH), kept.subarray(2 * HASH)];
    return of.equals(source) && hash.equals(sha256(code)) ? code : undefined;
  } catch {
    // There is none.
    return undefined;
  }
}

function write({ file, source, script }) {
  const code = script.createCachedData();
  try {
    mkdirSync(dirname(file), { recursive: true });
    // In its place: half of it, or half of another process's, is not taken for the whole.
    writeFileSync(file, Buffer.concat([source, sha256(code), code]));
  } catch {
    // The next process makes it again.
  }
}

function sha256(content) {
  return createHash('sha256').update(content).digest();
}
