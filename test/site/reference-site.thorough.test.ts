import { spawnSync } from 'node:child_process';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, startBrowser } from '../support/browser.ts';
import { serveFolder } from '../support/static-server.ts';

const MINUTES = 60_000;

describe.skipIf(chromiumPath === undefined)('the reference in Chromium', () => {
  let server: Awaited<ReturnType<typeof serveFolder>>;
  let browser: Browser;
  const complaints: string[] = [];

  beforeAll(async () => {
    const built = spawnSync('npx', ['--no-install', 'vitepress', 'build', 'scripts/site'], {
      encoding: 'utf8',
    });
    expect(built.status, built.stderr).toBe(0);
    server = await serveFolder('dist/site');
    browser = await startBrowser();
  }, 8 * MINUTES);

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function open(path: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
    const page = await browser.newPage(options);
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`${path}: ${message.text()}`);
    });
    page.on('pageerror', (error) => complaints.push(`${path}: ${error.message}`));
    await page.goto(server.url + path, { waitUntil: 'networkidle' });
    return page;
  }

  test.each([
    ['商机', '/operations/opportunityOne'],
    ['opportunity', '/operations/opportunityOne'],
    ['serial_number', '/operations/opportunityOne'],
    ['external_user/list', '/operations/externalUserList'],
  ])(
    'search finds %s',
    async (words, link) => {
      const page = await open('/');
      await page.getByRole('button', { name: 'Search' }).first().click();
      await page.locator('.VPLocalSearchBox input').fill(words);
      await page.locator('.VPLocalSearchBox .result').first().waitFor();
      const links = await page
        .locator('.VPLocalSearchBox .result')
        .evaluateAll((results) => results.map((result) => result.getAttribute('href') ?? ''));
      expect(links.map((href) => href.replace(/#.*/, ''))).toContain(link);
      await page.close();
    },
    MINUTES,
  );

  test(
    'an operation has samples, arguments, result, errors with advice, limits and evidence',
    async () => {
      const page = await open('/operations/opportunityOne');
      const text = await page.locator('main').textContent();
      for (const part of [
        '获取商机详情',
        'Get one opportunity.',
        '/open-api/opportunity/one',
        'serial_number',
        'opportunity.stage.name',
        '22201',
        'OpportunityNotFound',
        '商机不存在',
        'Check the id or the serial number',
        '600 per minute',
        'sales',
        'api-10790878',
      ])
        expect(text).toContain(part);
      for (const way of ['curl', 'weiban call', 'TypeScript']) {
        await page.getByText(way, { exact: true }).first().click();
        await expect
          .poll(() => page.locator('.vp-code-group .active code').textContent())
          .toMatch(/opportunity.one/);
      }
      await page.close();
    },
    MINUTES,
  );

  test(
    'it has a dark mode that lasts',
    async () => {
      const page = await open('/errors');
      const colour = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const light = await colour();
      await page.locator('.VPSwitchAppearance').first().click();
      await expect.poll(colour).not.toBe(light);
      const dark = await colour();
      await page.reload();
      expect(await colour()).toBe(dark);
      await page.close();
    },
    MINUTES,
  );

  test.each(['/', '/operations/opportunityOne', '/categories/tag-library', '/errors', '/webhooks'])(
    'on a phone %s fits the screen, and its text has at least 12 pixels',
    async (path) => {
      const page = await open(path, { viewport: { width: 390, height: 844 }, isMobile: true });
      const { width, smallest } = await page.evaluate(() => ({
        width: document.documentElement.scrollWidth,
        smallest: Math.min(
          ...Array.from(document.querySelectorAll('main p, main td, main li'), (element) =>
            Number.parseFloat(getComputedStyle(element).fontSize),
          ),
        ),
      }));
      expect(width).toBeLessThanOrEqual(390);
      expect(smallest).toBeGreaterThanOrEqual(12);
      await page.close();
    },
    MINUTES,
  );

  test('no page logged an error to the console', () => {
    expect(complaints).toEqual([]);
  });
});
