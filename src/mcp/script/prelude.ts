import type { DoorKind, ScriptMethod } from './protocol.ts';

/** The function of the host that a program reaches the API by. It takes texts alone. */
type Door = (kind: DoorKind, subject: string, text: string) => Promise<string>;
type Tell = (kind: 'log' | 'progress', text: string) => void;

/**
 * Opens the doors inside a program: `weiban`, `log`, `progress` and `now`. Returns the function that turns the program's
 * promise into text for the host. Runs inside QuickJS, where its text is sent: it uses nothing but its arguments and the
 * language. Values pass as JSON text, so no object of the host is ever inside, and no getter, proxy or thenable of the program
 * ever runs outside.
 */
export function openDoors(door: Door, tell: Tell, methodsText: string, now: number) {
  const { parse, stringify } = JSON;
  const { freeze, defineProperty, hasOwn } = Object;
  const RealDate = Date;
  const write = (value: unknown): string =>
    stringify(value, (_, item) => (typeof item === 'bigint' ? `${item}` : item)) ?? 'null';
  const show = (values: readonly unknown[]) =>
    values.map((value) => (typeof value === 'string' ? value : write(value))).join(' ');
  const argumentsText = (args: unknown = {}) => {
    if (typeof args !== 'object' || args === null) throw new TypeError('Pass the arguments as one object.');
    return write(args);
  };
  const walk = async function* (kind: 'items' | 'pages', name: string, args: unknown) {
    const list = await door(kind, name, argumentsText(args));
    try {
      for (let text = await door('next', list, ''); text !== ''; text = await door('next', list, '')) {
        if (kind === 'items') yield* parse(text);
        else yield parse(text);
      }
    } finally {
      door('close', list, '');
    }
  };
  const methodOf = ({ name, isList }: ScriptMethod) => {
    const call = async (args?: unknown) => parse(await door('call', name, argumentsText(args)));
    const lists = {
      items: (args?: unknown) => walk('items', name, args),
      pages: (args?: unknown) => walk('pages', name, args),
    };
    return freeze(isList ? Object.assign(call, lists) : call);
  };
  /** A misspelt method is told by its name, and not as something undefined. */
  const guarded = (path: string, members: object): object =>
    new Proxy(freeze(members), {
      get(target, key) {
        if (typeof key === 'symbol' || key === 'then' || key === 'toJSON' || hasOwn(target, key))
          return Reflect.get(target, key);
        throw new TypeError(`${path}.${key} does not exist; search_operations finds the methods.`);
      },
    });
  const groups: Record<string, Record<string, unknown>> = {};
  const members: Record<string, unknown> = {};
  for (const method of parse(methodsText) as ScriptMethod[]) {
    const [first = '', second] = method.name.split('.');
    if (second === undefined) members[first] = methodOf(method);
    else {
      groups[first] ??= {};
      groups[first][second] = methodOf(method);
    }
  }
  for (const [name, group] of Object.entries(groups)) members[name] = guarded(`weiban.${name}`, group);
  /** The time stands still: a program gives the same answer whenever it runs, and measures nothing. */
  const FixedDate = function (...parts: []) {
    if (new.target === undefined) return new RealDate(now * 1000).toString();
    return Reflect.construct(RealDate, parts.length === 0 ? [now * 1000] : parts, new.target);
  };
  FixedDate.prototype = RealDate.prototype;
  defineProperty(RealDate.prototype, 'constructor', { value: FixedDate });
  const { parse: parseDate, UTC } = RealDate;
  Object.assign(FixedDate, { now: () => now * 1000, parse: parseDate, UTC });
  let seed = now >>> 0;
  /** Mulberry32: samples that come out the same for the same time. */
  const random = () => {
    seed = (seed + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  defineProperty(Math, 'random', { value: random });
  const globals = {
    weiban: guarded('weiban', members),
    log: (...values: unknown[]) => tell('log', show(values)),
    progress: (...values: unknown[]) => tell('progress', show(values)),
    now,
    Date: FixedDate,
  };
  for (const [name, value] of Object.entries(globals)) defineProperty(globalThis, name, { value });
  const describe = (error: unknown) => {
    const read = (name: 'name' | 'message' | 'stack') => {
      try {
        return `${(error as Error)[name] ?? ''}`;
      } catch {
        return '';
      }
    };
    if (typeof error !== 'object' || error === null)
      return { name: 'Error', message: `The program threw ${write(error)}.`, stack: '' };
    return { name: read('name'), message: read('message'), stack: read('stack') };
  };
  return async (program: Promise<unknown>): Promise<string> => {
    try {
      const value = await program;
      return `{"value":${write(value)},"isNothing":${value === undefined}}`;
    } catch (error) {
      return write({ error: describe(error) });
    }
  };
}
