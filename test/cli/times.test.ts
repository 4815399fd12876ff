import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { momentOf } from '../../src/cli/call/read-time.ts';
import { runWeiban } from './run-weiban.ts';

const seconds = (iso: string) => Date.parse(iso) / 1000;

describe('a date in place of a Unix time', () => {
  test.each([
    ['a day, in China time', '2026-01-01', '2025-12-31T16:00:00Z'],
    ['a minute, in China time', '2026-01-01T08:00', '2026-01-01T00:00:00Z'],
    ['a second with a space', '2026-01-01 08:00:05', '2026-01-01T00:00:05Z'],
    ['an offset', '2026-01-01T08:00+08:00', '2026-01-01T00:00:00Z'],
    ['an offset without a colon', '2026-01-01T08:00-0130', '2026-01-01T09:30:00Z'],
    ['UTC', '2026-01-01T08:00:00Z', '2026-01-01T08:00:00Z'],
    ['a day in UTC', '2026-01-01Z', '2026-01-01T00:00:00Z'],
    ['a leap day', '2028-02-29', '2028-02-28T16:00:00Z'],
  ])('%s', async (_, given, want) => {
    const words = ['call', 'externalUser.list', '--start_time', given, '--dry-run'];
    const { code, out, err } = await runWeiban(words);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out).query).toEqual({ start_time: String(seconds(want)) });
  });

  test('means milliseconds where the field does', async () => {
    const { out } = await runWeiban(['show', 'ltcOrder.list', '--output', 'json']);
    const { name } = JSON.parse(out).parameters.find(
      ({ schema }: { schema: { format?: string } }) => schema.format === 'unix-milliseconds',
    );
    const run = await runWeiban(['call', 'ltcOrder.list', `--${name}`, '2026-01-01T00:00Z', '--dry-run']);
    expect(JSON.parse(run.out)).toMatchObject({ query: { [name]: '1767225600000' } });
  });

  test.each([
    '2026-02-30',
    '2026-13-01',
    '2026-1-1',
    '2026-01-01T25:00',
    '2026-01-01T08',
    'yesterday',
    '2026',
    '',
  ])('"%s" is not guessed', async (given) => {
    const { code, out, err } = await runWeiban([
      'call',
      'externalUser.list',
      `--start_time=${given}`,
      '--dry-run',
    ]);
    // Digits alone are a Unix time.
    if (/^\d+$/.test(given))
      return expect({ code, query: JSON.parse(out).query }).toEqual({
        code: 0,
        query: { start_time: given },
      });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('or a date such as 2026-01-01 or 2026-01-01T08:00+08:00');
  });

  test('is not taken where the field is no Unix time', async () => {
    const { code, err } = await runWeiban(['call', 'staff.list', '--limit', '2026-01-01', '--dry-run']);
    expect(code).toBe(2);
    expect(err).toContain('--limit takes integer, not "2026-01-01"');
  });

  test('comes back from every moment', () => {
    const day = fc.date({ min: new Date('1970-01-02'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: -12 * 4, max: 14 * 4 }), (date, quarters) => {
        const moment = Math.floor(date.getTime() / 1000) * 1000;
        const local = new Date(moment + quarters * 15 * 60_000).toISOString().slice(0, 19);
        const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
        const ahead = Math.abs(quarters);
        const offset = `${quarters < 0 ? '-' : '+'}${two(ahead / 4)}:${two((ahead % 4) * 15)}`;
        expect(momentOf(`${local}${offset}`)).toBe(moment);
      }),
    );
  });

  test.each([
    ['en', 'Without a time zone it is China time (UTC+8)'],
    ['zh', '按北京时间（UTC+8）'],
  ])('is told in the help and by show: %s', async (language, text) => {
    for (const words of [
      ['call', 'externalUser.list', '--help'],
      ['show', 'externalUser.list'],
    ])
      expect((await runWeiban([...words, '--lang', language])).out).toContain(text);
    expect((await runWeiban(['show', 'tag.list', '--lang', language])).out).not.toContain(text);
  });
});
