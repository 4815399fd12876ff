import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ScriptAnswer, type ScriptHarness, startScripts } from './harness.ts';

let scripts: ScriptHarness;
beforeAll(async () => {
  scripts = await startScripts(20);
});
afterAll(() => scripts[Symbol.asyncDispose]());

const LIMITS = { computeSeconds: 1, memory: 32, calls: 50, rows: 1000 };
const run = (source: string, timeout = 20) => scripts.run(source, { parts: { limits: LIMITS }, timeout });

/** The answer must not tell anything about the host. */
function expectNothingOfTheHost(answer: ScriptAnswer): void {
  const text = JSON.stringify(answer);
  expect(text).not.toContain(process.cwd());
  expect(text).not.toMatch(/node:internal|node_modules|file:|\/home|\/root|\.ts\b/);
}

describe('nothing of the host is inside', () => {
  test.each<[name: string, source: string, want: unknown]>([
    [
      'the constructor of the constructor',
      `return typeof [].constructor.constructor('return typeof process')()`,
      'string',
    ],
    [
      'process',
      `return [].constructor.constructor('return typeof process + typeof require + typeof module')()`,
      'undefinedundefinedundefined',
    ],
    [
      'of an asynchronous function',
      `return (async () => {}).constructor('return typeof process')()`,
      'undefined',
    ],
    [
      'of a door',
      `return weiban.externalUser.list.constructor('return typeof process + typeof globalThis.process')()`,
      'undefinedundefined',
    ],
    [
      'of a promise of a door',
      `const p = weiban.staff.list({}); const t = p.constructor.constructor('return typeof process')(); await p; return t`,
      'undefined',
    ],
    [
      'of an answer',
      `return (await weiban.staff.list({})).constructor.constructor('return typeof process')()`,
      'undefined',
    ],
    [
      'of an error of a door',
      `try { await weiban.staff.get({}) } catch (e) { return e.constructor.constructor('return typeof process')() } return 'none'`,
      'undefined',
    ],
    [
      'the names of the host',
      `return ['process','require','module','fetch','setTimeout','setInterval','queueMicrotask','performance','Buffer','Worker','WebAssembly','Atomics','XMLHttpRequest','WebSocket','navigator','document','console','crypto','std','os','bjson','scriptArgs','print','door','tell','openDoors','__name'].filter((name) => typeof globalThis[name] !== 'undefined')`,
      [],
    ],
    [
      'lexical names of the prelude',
      `return [typeof door, typeof tell, typeof openDoors, typeof methodsText, typeof RealDate].join()`,
      'undefined,undefined,undefined,undefined,undefined',
    ],
    [
      'the caller of a function',
      `function f() { return f.caller } try { return f() == null } catch { return true }`,
      true,
    ],
    ['the host behind this', `return (function () { return typeof this.process })()`, 'undefined'],
    ['eval', `return (0, eval)('typeof process')`, 'undefined'],
    [
      'closing the function that holds the program',
      `})(); globalThis.out = typeof process; (async () => { return globalThis.out`,
      'undefined',
    ],
    ['SharedArrayBuffer', `return typeof Atomics + typeof WebAssembly`, 'undefinedundefined'],
    [
      'stacks',
      `try { null.x } catch (e) { return e.stack.replace(/[<>\\w.]+ \\(?program/g, 'program').includes('program.js') }`,
      true,
    ],
  ])('%s', async (_, source, want) => {
    const answer = await run(source);
    expect(answer.error).toBeUndefined();
    expect(answer.result).toEqual(want);
    expectNothingOfTheHost(answer);
  });

  test.each<[name: string, source: string, want: RegExp]>([
    ['import()', `return Object.keys(await import('node:fs'))`, /could not load module|not found|import/i],
    [
      'import() of a file',
      `return Object.keys(await import('/etc/passwd'))`,
      /could not load module|not found|import/i,
    ],
    ['import', `import fs from 'node:fs'`, /SyntaxError/],
    ['require', `return require('fs')`, /'require' is not defined/],
    [
      'the stack of an error of a door',
      `try { await weiban.staff.get({}) } catch (e) { throw new Error('stack: ' + e.stack) }`,
      /stack/,
    ],
    ['a throw of null', `throw null`, /threw null/],
    [
      'an error with a getter',
      `throw { get message() { throw 1 }, get stack() { return { toString: null } } }`,
      /ProgramError|^$|Error/,
    ],
  ])('%s', async (_, source, want) => {
    const answer = await run(source);
    expect(answer.error?.name).toBe('ProgramError');
    expect(answer.error?.message).toMatch(want);
    expectNothingOfTheHost(answer);
  });
});

describe('what a program changes stays inside', () => {
  test.each<[name: string, source: string, want: unknown]>([
    [
      'the prototype of answers',
      `const a = await weiban.staff.list({}); a.__proto__.polluted = 1; Object.prototype.evil = 1; Array.prototype.evil = 1; return ({}).polluted`,
      1,
    ],
    [
      'the prototype of promises',
      `const then = Promise.prototype.then; let seen = []; Promise.prototype.then = function (...f) { seen.push(typeof f[0]); return then.apply(this, f) }; await weiban.staff.list({}); return seen.every((t) => t === 'function' || t === 'undefined')`,
      true,
    ],
    [
      'JSON',
      `JSON.parse = () => 'parsed'; JSON.stringify = () => '"written"'; const a = await weiban.staff.list({}); return typeof a`,
      'object',
    ],
    [
      'Array.prototype.map',
      `Array.prototype.map = () => { throw 1 }; String.prototype.split = null; return typeof (await weiban.staff.list({})).staff_list`,
      'object',
    ],
    [
      'weiban',
      `try { weiban.staff.list = 1 } catch {} try { globalThis.weiban = 1 } catch {} return typeof weiban.staff.list`,
      'function',
    ],
    [
      '__proto__ in arguments',
      `try { await weiban.staff.list(JSON.parse('{"__proto__":{"polluted":1}}')) } catch (e) { return e.name } return 'taken'`,
      'BadArguments',
    ],
    [
      'a getter in arguments',
      `let n = 0; await weiban.staff.list({ get limit() { n++; return 5 } }); return n`,
      1,
    ],
    [
      'a proxy as arguments',
      `const p = new Proxy({ limit: 5 }, { ownKeys: () => ['limit'], get: (t, k) => t[k] }); return (await weiban.staff.list(p)).staff_list.length`,
      5,
    ],
    [
      'toJSON in arguments',
      `return (await weiban.staff.list({ toJSON: () => ({ limit: 3 }) })).staff_list.length`,
      3,
    ],
    ['toJSON of a result', `return { toJSON() { return { a: [1, this.toJSON.length] } } }`, { a: [1, 0] }],
    ['a thenable result', `return { then(resolve) { resolve(7) } }`, 7],
    ['a symbol and a function', `return { [Symbol.iterator]: 1, f() {}, s: Symbol('x'), ok: 1 }`, { ok: 1 }],
    ['a big integer', `return { id: 1234567890123456789n }`, { id: '1234567890123456789' }],
    ['a result that is no number', `return [NaN, Infinity, -0, undefined]`, [null, null, 0, null]],
    [
      '__proto__ in the result',
      `return JSON.parse('{"__proto__":{"x":1}}')`,
      JSON.parse('{"__proto__":{"x":1}}'),
    ],
    [
      'a list walk that is left early',
      `for await (const s of weiban.staff.list.items({ limit: 2 })) return 'left'`,
      'left',
    ],
    [
      'a throw inside a walk',
      `try { for await (const s of weiban.staff.list.items({ limit: 2 })) throw new Error('mine') } catch (e) { return e.message }`,
      'mine',
    ],
  ])('%s', async (_, source, want) => {
    const answer = await run(source);
    expect(answer.error).toBeUndefined();
    expect(answer.result).toEqual(want);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(Reflect.get({}, 'evil')).toBeUndefined();
  });

  test.each<[name: string, source: string, want: RegExp]>([
    ['a circular result', `const a = {}; a.a = a; return a`, /circular/],
    ['a circular argument', `const a = {}; a.a = a; await weiban.staff.list(a)`, /circular/],
    [
      'a result nested too deep',
      `let a = 1; for (let i = 0; i < 150; i++) a = [a]; return a`,
      /nested more than 100/,
    ],
    ['no object as arguments', `await weiban.staff.list('x')`, /one object/],
    ['a method that does not exist', `await weiban.customers.list({})`, /weiban\.customers does not exist/],
    ['a promise that never ends', `await new Promise(() => {})`, /nothing resolves/],
    [
      'arguments that are too long',
      `await weiban.staff.list({ staff_id: 'x'.repeat(300000) })`,
      /limit characters/,
    ],
    [
      'a number that JavaScript has rounded',
      `await weiban.staff.list({ limit: 12345678901234567890 })`,
      /2\^53/,
    ],
    ['a list as arguments', `await weiban.staff.list([1])`, /no argument/],
  ])('%s', async (_, source, want) => {
    expect((await run(source)).error?.message).toMatch(want);
  });
});

describe('a program that uses too much is ended', () => {
  const compute = /limit computeSeconds/;
  /** Under load the time may be used up before the memory. */
  const memory = /limit (memory|computeSeconds)/;
  test.each<[name: string, source: string, want: RegExp]>([
    ['while', `while (true);`, compute],
    ['while that catches', `for (;;) { try { while (true); } catch {} }`, compute],
    ['finally', `for (;;) try { while (true); } finally { continue }`, compute],
    ['a regular expression', `return /(a+)+$/.test('a'.repeat(50) + 'b')`, compute],
    [
      'an endless generator',
      `function* g() { for (;;) yield 1 } let n = 0; for (const x of g()) n += x`,
      compute,
    ],
    [
      'an asynchronous generator',
      `async function* g() { for (;;) yield 1 } for await (const x of g());`,
      compute,
    ],
    ['a chain of promises', `const f = () => Promise.resolve().then(f); await f()`, compute],
    [
      'promises that multiply',
      `const f = async () => { await null; f(); f(); }; await f(); await new Promise(() => {})`,
      /limit (computeSeconds|memory)/,
    ],
    [
      'indexOf in an endless list, which asks no handler',
      `return [].indexOf.call({ length: 2 ** 53 - 1 }, 1)`,
      compute,
    ],
    ['join of an endless list', `return new Array(2 ** 32 - 1).join('').length`, compute],
    [
      'a sort',
      `return Array.from({ length: 3e5 }, (_, i) => i).sort(() => { for (let i = 0; i < 1e3; i++); return 1 })`,
      /limit (computeSeconds|memory)/,
    ],
    ['toString of a thrown error', `throw { get message() { for (;;); } }`, compute],
    ['toJSON of the result', `return { toJSON() { for (;;); } }`, compute],
    ['a recursion', `const f = () => f() + 1; f()`, /limit stack/],
    [
      'a recursion through JSON',
      `let o = {}; for (let i = 0; i < 1e5; i++) o = { o }; return JSON.stringify(o).length`,
      /limit (stack|memory|computeSeconds)/,
    ],
    ['brackets for the parser', `return eval('('.repeat(1e5))`, /limit stack/],
    ['a string that doubles', `let s = 'x'; for (;;) s += s`, memory],
    ['a template that repeats', `let s = 'x'; for (;;) s = \`\${s}\${s}\``, memory],
    ['a list that grows', `const a = []; for (;;) a.push('x'.repeat(1e4) + a.length)`, memory],
    ['a typed array', `const a = []; for (;;) a.push(new Uint8Array(1e7))`, memory],
    ['a sparse list that is filled', `return new Array(2 ** 32 - 1).fill(0)`, memory],
    ['a map', `const m = new Map(); for (let i = 0; ; i++) m.set('k' + i, { i })`, memory],
    [
      'a million calls',
      `for (let i = 0; i < 1e6; i++) weiban.staff.list({})`,
      /limit (calls|computeSeconds)/,
    ],
    [
      'a million calls that are caught',
      `let n = 0; for (let i = 0; i < 1e6; i++) { try { await weiban.staff.list({}) } catch { n++ } } return n`,
      /limit computeSeconds/,
    ],
    [
      'a million opened lists',
      `for (let i = 0; i < 1e6; i++) weiban.staff.list.items({}).next()`,
      /limit (calls|computeSeconds)/,
    ],
    ['a result of many characters', `return 'x'.repeat(3e6)`, /limit result/],
    [
      'too many rows',
      `for (let i = 0; ; i++) for await (const c of weiban.externalUser.list.items({})); `,
      /limit (rows|calls)/,
    ],
  ])('%s', async (_, source, want) => {
    const started = performance.now();
    const { error } = await run(source);
    expect(error?.message).toMatch(want);
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  test.each<[name: string, source: string, want: RegExp]>([
    [
      'more calls than it may make',
      `for (let i = 0; i < 60; i++) await weiban.staff.list({ limit: 1 })`,
      /at most 50 calls \(limit calls\)/,
    ],
    [
      'more rows than it may read',
      `for (let i = 0; i < 60; i++) await weiban.staff.list({ limit: 20 })`,
      /at most 500 rows \(limit rows\)/,
    ],
    [
      'more memory than it may use',
      `const a = []; for (;;) a.push(new Uint8Array(1e6))`,
      /more than 16 MB \(limit memory\)/,
    ],
    [
      'more memory than it may use, in one text',
      `let s = 'x'; for (;;) s += s`,
      /more than 16 MB \(limit memory\)/,
    ],
  ])('%s', async (_, source, want) => {
    const limits = { calls: 50, rows: 500, memory: 16, computeSeconds: 20 };
    const { error } = await scripts.run(source, { parts: { limits } });
    expect(error?.message).toMatch(want);
  });

  test('a program that waits longer than its time', async () => {
    scripts.sandbox.when('staffList', 'slow:30000');
    const { error } = await run('await weiban.staff.list({})', 1);
    scripts.sandbox.reset();
    expect(error?.message).toMatch(/longer than 1 s \(timeout; at most 600\)/);
  });

  test('a million lines of log', async () => {
    const { log, result } = await run(
      `for (let i = 0; i < 1e5; i++) { log('x'.repeat(2000)); progress(i) } return 1`,
    );
    expect(result ?? 1).toBe(1);
    expect(log?.length ?? 0).toBeLessThanOrEqual(200);
  });

  test('the program after all these runs as ever', async () => {
    expect(await run('return 1 + 1')).toMatchObject({ result: 2, calls: 0 });
  });
});
