import { inspect } from 'node:util';

/** Every text of a value that could reveal a secret: as a string, printed at full depth, as JSON, with its causes. */
export function everythingIn(value: unknown): string {
  const parts = [String(value), inspect(value, { depth: 10, showHidden: true }), JSON.stringify(value)];
  if (value instanceof Error) {
    parts.push(value.message, value.stack ?? '', JSON.stringify(value, Object.getOwnPropertyNames(value)));
    if (value.cause !== undefined) parts.push(everythingIn(value.cause));
  }
  return parts.join('\n');
}

/** A token and a secret that no text contains by accident, with characters that URLs and JSON encode. */
export const canary = {
  corpId: 'canary-corp',
  secret: 'CANARY/secret+"with" 中文',
  token: 'CANARY/token+with=odd&signs',
};

/** Whether a text contains any form of a canary: with escapes, in hex or in base64. */
export function leaks(text: string): boolean {
  let now = text;
  for (let round = 0; round < 4; round++) {
    const runs = new Set([...now.matchAll(/[\w+/-]{10,}/g)].map(([run]) => run));
    if (hasCanary(now) || [...runs].some((run) => bytesIn(run).some(hasCanary))) return true;
    const next = unescaped(now);
    if (next === now) break;
    now = next;
  }
  return false;
}

function hasCanary(text: string): boolean {
  return /canary/i.test(text) && /canary\W*(secret|token)/i.test(unescaped(text));
}

/** What a run of characters stands for in hex, or in base64 at any alignment. */
function bytesIn(run: string): string[] {
  const decoded = [0, 1, 2, 3].map((skip) => Buffer.from(run.slice(skip), 'base64').toString('latin1'));
  return [...decoded, ...[0, 1].map((skip) => Buffer.from(run.slice(skip), 'hex').toString('latin1'))];
}

function unescaped(text: string): string {
  if (!/[%\\&]/.test(text)) return text;
  const character = (code: string, radix: number) => String.fromCodePoint(Number.parseInt(code, radix));
  return text
    .replace(/%([0-9a-f]{2})|\\u([0-9a-f]{4})/gi, (_, byte, unit) => character(byte ?? unit, 16))
    .replace(/&#x([0-9a-f]{1,5});/gi, (_, code) => character(code, 16))
    .replace(/&#([0-9]{1,6});/g, (_, code) => character(code, 10));
}
