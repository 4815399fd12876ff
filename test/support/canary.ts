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

/** Whether a text contains any form of a canary. */
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
