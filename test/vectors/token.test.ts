import { expect, test } from 'vitest';
import vectors from 'weiban-openapi/vectors/token.json' with { type: 'json' };
import { createRedactor } from '../../src/base/redact.ts';
import { createWeiban, isWeibanError } from '../../src/index.ts';
import { createTokenSource } from '../../src/token/token-source.ts';
import { manualClock } from '../support/clocks.ts';
import { credentials, serve } from '../support/over-server.ts';
import { casesOf } from './cases.ts';

/** A token source that is answered as the vector says: 0 or an error code, the last one again and again. */
function source(
  expiresIn: number,
  answers: readonly number[],
  { now, issuedAt }: { now: number; issuedAt: number },
) {
  const clock = manualClock(now);
  let requested = 0;
  const issue = async () => {
    const answer = answers[requested++] ?? answers.at(-1);
    if (answer !== 0) throw new Error(`refused with ${answer}`);
    return {
      token: String(requested),
      issuedAt: requested === 1 ? issuedAt : clock.now(),
      lifetime: expiresIn * 1000,
    };
  };
  const tokens = createTokenSource({ corpId: 'c', secret: 's', issue, clock, redactor: createRedactor('s') });
  return { clock, tokens, requested: () => requested };
}

interface Age {
  readonly issuedAt: number;
  readonly expires_in: number;
  readonly now: number;
}

test.each(casesOf<Age, string>(vectors, 'age'))('age: %s', async (_, { issuedAt, expires_in, now }, want) => {
  const { tokens, requested } = source(expires_in, [0], { now, issuedAt });
  // The first call gets the token, however old it is.
  await tokens.get();
  const token = await tokens.get();
  const isRenewed = requested() === 2;
  expect(token === '2' ? 'renew' : isRenewed ? 'renew-ahead' : 'use').toBe(want);
});

interface Later {
  readonly expires_in: number;
  readonly token: readonly number[];
  readonly calls: readonly number[];
}

interface LaterWant {
  readonly tokenRequests: number;
  readonly tokens: readonly (number | null)[];
}

test.each(casesOf<Later, LaterWant>(vectors, 'later'))('later: %s', async (_, given, want) => {
  const { clock, tokens, requested } = source(given.expires_in, given.token, { now: 0, issuedAt: 0 });
  const used: (string | null)[] = [];
  for (const at of given.calls) {
    await clock.advance(at - clock.now());
    used.push(await tokens.get().catch(() => null));
  }
  // Tokens are counted as they are issued.
  const issued = [...new Set(used.filter((token) => token !== null))];
  expect(used.map((token) => (token === null ? null : issued.indexOf(token) + 1))).toEqual(want.tokens);
  expect(requested()).toBe(want.tokenRequests);
});

interface Together {
  readonly calls: number;
  readonly token: readonly number[];
  readonly answers: readonly number[];
}

interface TogetherWant {
  readonly tokenRequests: number;
  readonly sent: number;
  readonly call: number;
}

test.each(casesOf<Together, TogetherWant>(vectors, 'together'))('together: %s', async (_, given, want) => {
  const server = await serve();
  const answerNext = (codes: readonly number[], result: () => object) => {
    let count = 0;
    return () => {
      const errcode = codes[count++] ?? codes.at(-1) ?? 0;
      return { body: errcode === 0 ? { errcode, errmsg: 'ok', ...result() } : { errcode, errmsg: 'x' } };
    };
  };
  // Only a token of the server passes, so its own tokens are used unless the vector refuses them.
  if (given.token.some((code) => code !== 0))
    server.answer('access_token/get', answerNext(given.token, Object));
  server.answer(
    'staff/list',
    answerNext(given.answers, () => ({ staff_list: [], total: 0 })),
  );
  const weiban = createWeiban({ ...credentials, baseUrl: server.url });
  const calls = Array.from({ length: given.calls }, async () => {
    const result = await weiban.staff.list({}).result();
    return result.ok ? 0 : isWeibanError(result.error) ? result.error.code : -1;
  });
  const ends = await Promise.all(calls);
  expect({
    tokenRequests: server.seenAt('access_token/get').length,
    sent: server.seenAt('staff/list').length,
    call: ends[0],
  }).toEqual(want);
  expect(new Set(ends).size).toBe(1);
});
