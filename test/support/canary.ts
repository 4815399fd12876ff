import { inspect } from 'node:util';

/** Every place of a value where a secret could show: text, printing at full depth, JSON, and the chain of causes. */
export function everythingIn(value: unknown): string {
  const parts = [String(value), inspect(value, { depth: 10, showHidden: true }), JSON.stringify(value)];
  if (value instanceof Error) {
    parts.push(value.message, value.stack ?? '', JSON.stringify(value, Object.getOwnPropertyNames(value)));
    if (value.cause !== undefined) parts.push(everythingIn(value.cause));
  }
  return parts.join('\n');
}

/** A token and a secret that no text holds by accident, with characters that are encoded in a URL and in JSON. */
export const canary = {
  corpId: 'canary-corp',
  secret: 'CANARY/secret+"with" 中文',
  token: 'CANARY/token+with=odd&signs',
};

/** Whether any form of a canary stands in the text. */
export function leaks(text: string): boolean {
  return /canary\W*(secret|token)/i.test(decodeRepeatedly(text));
}

function decodeRepeatedly(text: string): string {
  let now = text;
  for (let round = 0; round < 3; round++) {
    now = now
      .replace(/%[0-9a-f]{2}/gi, (hex) => String.fromCharCode(Number.parseInt(hex.slice(1), 16)))
      .replace(/\\u[0-9a-f]{4}/gi, (hex) => String.fromCharCode(Number.parseInt(hex.slice(2), 16)));
  }
  return now;
}
