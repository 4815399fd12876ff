import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { environmentOf, portOf, startExample } from './start-example.ts';

test('the page has each operation, its errors by name, and what to do about them', async () => {
  await using sandbox = await startSandbox();
  sandbox.when('opportunityOne', { error: 'OpportunityNotFound' });
  // An HTML page from a proxy, once: the client retries.
  sandbox.when('tagList', { html: 502 }, { times: 1 });
  sandbox.when('staffList', { code: 31337, message: '<script>alert(1)</script>' });
  const example = startExample('error-dashboard', [], {
    ...environmentOf(sandbox),
    PORT: '0',
    OPPORTUNITY_ID: '7',
  });
  await example.until(/a round of reads is done/);
  const answer = await fetch(`http://127.0.0.1:${await portOf(example)}/`);
  const page = await answer.text();
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");

  const rows = Array.from(
    page.matchAll(/<tr[^>]*><td>(.*?)<td>(\d+)<td>.*?<td>(.*)<\/tr>/g),
    ([, ...cells]) => cells,
  );
  const found = Object.fromEntries(
    rows.map(([name, count, advice]) => [name, { count: Number(count), advice }]),
  );
  expect(found).toMatchObject({
    accessTokenGet: { count: 1 },
    externalUserList: { count: 1 },
    opportunityOne: { count: 1 },
    OpportunityNotFound: { count: 1, advice: expect.stringContaining('Check the id or the serial number') },
    tagList: { count: 2 },
    response: { count: 1, advice: expect.stringContaining('502') },
    staffList: { count: 1 },
    'api 31337': { count: 1, advice: expect.stringContaining('&#60;script&#62;') },
  });
  expect(page).not.toContain('<script>');
  example.kill('SIGTERM');
});
