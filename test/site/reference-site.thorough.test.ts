import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, startBrowser } from '../support/browser.ts';
import { builtSite, measureText, SITE_BASE } from '../support/reference-site.ts';
import { serveFolder } from '../support/static-server.ts';

const MINUTES = 60_000;
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The pages of each kind, below the folder of a language. */
const KINDS = [
  '',
  'operations/opportunityOne',
  'categories/sales-process',
  'errors',
  'webhooks',
  'guides/client',
  'guides/following-the-documentation',
];
const LANGUAGES = [
  ['zh', ''],
  ['en', 'en/'],
] as const;
const PAGES = LANGUAGES.flatMap(([, folder]) => KINDS.map((kind) => `/${folder}${kind}`));

describe.skipIf(chromiumPath === undefined)('the reference in Chromium, below a path', () => {
  let folder: string;
  let server: Awaited<ReturnType<typeof serveFolder>>;
  let browser: Browser;
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = await builtSite();
    server = await serveFolder(folder, SITE_BASE);
    browser = await startBrowser();
  }, 8 * MINUTES);

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function open(path: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
    // A browser in the page's language, so that the first page does not lead to the other one.
    const page = await browser.newPage({ locale: path.startsWith('/en') ? 'en-GB' : 'zh-CN', ...options });
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`${path}: ${message.text()}`);
    });
    page.on('pageerror', (error) => complaints.push(`${path}: ${error.message}`));
    page.on('request', (request) => {
      const { host } = new URL(request.url(), server.url);
      if (!request.url().startsWith('data:') && host !== new URL(server.url).host)
        complaints.push(`${path} asks for ${request.url()}`);
    });
    await page.goto(server.url + path, { waitUntil: 'networkidle' });
    return page;
  }

  test.each(
    LANGUAGES.flatMap(([, language]) =>
      (
        [
          ['商机', 'operations/opportunityOne'],
          ['opportunity', 'operations/opportunityOne'],
          ['22201', 'errors'],
          ['OpportunityNotFound', 'errors'],
          ['external_user_id', 'operations/externalUserScoreAdd'],
          ['external_user/list', 'operations/externalUserList'],
          ['serial_number', 'operations/opportunityOne'],
        ] as const
      ).map(([words, link]) => [`/${language}`, words, `${SITE_BASE}${language}${link}`] as const),
    ),
  )(
    'from %s the search finds %s',
    async (start, words, link) => {
      const page = await open(start);
      await page.keyboard.press('Control+k');
      await page.locator('.VPLocalSearchBox input').fill(words);
      const results = page.locator('.VPLocalSearchBox .result');
      await results.first().waitFor();
      const links = await results.evaluateAll((found) =>
        found.map((result) => result.getAttribute('href') ?? ''),
      );
      expect(links.map((href) => (href ?? '').replace(/#.*/, ''))).toContain(link);
      await page.close();
    },
    MINUTES,
  );

  test.each(['/', '/en/'])(
    'the first page %s downloads the documents, as they were generated',
    async (path) => {
      const files = ['openapi.json', 'openapi.yaml', 'openapi.zh.json'];
      const all = [
        ...files,
        ...files.map((file) => file.replace('.', '-3.0.')),
        'error-codes.json',
        ...['postman-collection.json', 'postman-collection.zh.json'],
        ...['postman-environment-sandbox.json', 'postman-environment-production.json'],
      ];
      for (const [at, file] of all.entries()) {
        // A page of its own, because Chromium lets none download more than ten files.
        const page = await open(path);
        const links = page.locator('.downloads a');
        expect(await links.count()).toBe(all.length);
        const [download] = await Promise.all([page.waitForEvent('download'), links.nth(at).click()]);
        expect(download.suggestedFilename()).toBe(file);
        expect(readFileSync(await download.path(), 'utf8')).toBe(readFileSync(`generated/${file}`, 'utf8'));
        await page.close();
      }
    },
    MINUTES,
  );

  test.each([
    [
      '/operations/opportunityOne',
      ['获取商机详情', '商机编号，供人查看。', '商机不存在', '每分钟 600 次', '销售席位', '企业微信客户'],
    ],
    [
      '/en/operations/opportunityOne',
      [
        'Get one opportunity',
        "The opportunity's number",
        'No opportunity',
        '600 calls per minute',
        'sales seat',
        'a WeCom customer',
      ],
    ],
  ])(
    '%s has samples, arguments, result, errors with advice, limits and evidence',
    async (path, texts) => {
      const page = await open(path);
      const text = await page.locator('.reference').textContent();
      for (const part of [
        '/open-api/opportunity/one',
        'serial_number',
        '22201',
        'OpportunityNotFound',
        ...texts,
      ])
        expect(text).toContain(part);
      expect(await page.locator('a[href="https://openapi.weibanzhushou.com/api-10790878"]').count()).toBe(1);
      for (const way of ['curl', 'weiban call', 'TypeScript']) {
        await page.getByText(way, { exact: true }).first().click();
        await expect
          .poll(() => page.locator('.vp-code-group .active code').textContent())
          .toMatch(/opportunity.one/);
      }
      expect(await page.locator('.samples .language-json').textContent()).toContain('"opportunity": {');
      await page.close();
    },
    MINUTES,
  );

  test(
    'the link of a nested field opens what it is folded into and shows it',
    async () => {
      const page = await open('/operations/opportunityOne#result.opportunity.staff.ext_id');
      const field = page.locator('[id="result.opportunity.staff.ext_id"]');
      await expect.poll(() => field.isVisible()).toBe(true);
      await expect.poll(async () => (await field.boundingBox())?.y ?? 9999).toBeLessThan(720);
      expect(await page.locator('[id="result.opportunity.organization.id"]').isVisible()).toBe(false);
      await page.close();
    },
    MINUTES,
  );

  test.each([
    ['/errors', '22201', 'OpportunityNotFound'],
    ['/errors', 'opportunitynot', 'OpportunityNotFound'],
    ['/errors', '商机不存在', 'OpportunityNotFound'],
    ['/en/errors', '商机不存在', 'OpportunityNotFound'],
    ['/en/errors', 'token expired', 'AccessTokenInvalid'],
  ])(
    '%s filtered by %s shows %s',
    async (path, words, name) => {
      const page = await open(path);
      const names = page.locator('.errors .error-name');
      const before = await names.count();
      await page.locator('.filter input').pressSequentially(words);
      await expect.poll(() => names.count()).toBeLessThan(10);
      expect(before).toBeGreaterThan(200);
      expect(await names.allTextContents()).toContain(name);
      await page.close();
    },
    MINUTES,
  );

  test(
    'the browser chooses the language of the first page, and a switch keeps the page and is remembered',
    async () => {
      const context = await browser.newContext({ locale: 'en-GB' });
      const page = await context.newPage();
      await page.goto(`${server.url}/`, { waitUntil: 'networkidle' });
      expect(new URL(page.url()).pathname).toBe(`${SITE_BASE}en/`);
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      await page.goto(`${server.url}/en/operations/tagList`, { waitUntil: 'networkidle' });
      await page.locator('.VPNavBarTranslations button').hover();
      await page.locator('.VPNavBarTranslations').getByText('简体中文').click();
      await expect.poll(() => new URL(page.url()).pathname).toBe(`${SITE_BASE}operations/tagList`);
      await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('zh-CN');
      await page.goto(`${server.url}/`, { waitUntil: 'networkidle' });
      expect(new URL(page.url()).pathname).toBe(SITE_BASE);
      await context.close();
    },
    MINUTES,
  );

  test(
    'a dark mode lasts',
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

  test.each(PAGES)(
    'on a phone %s fits the screen, and its text has at least 12 pixels',
    async (path) => {
      const page = await open(path, { viewport: { width: 390, height: 844 }, isMobile: true });
      const { width, smallest } = await measureText(page, '.VPContent :is(p, td, li, dd, summary)');
      expect(width).toBeLessThanOrEqual(390);
      expect(smallest).toBeGreaterThanOrEqual(12);
      await page.close();
    },
    MINUTES,
  );

  test.each([1024, 1440, 1600, 1920])(
    'at %i pixels no title of the navigation is cut off',
    async (width) => {
      const page = await open('/operations/opportunityOne', { viewport: { width, height: 900 } });
      const room = await page.evaluate(() => {
        const sidebar = document.querySelector('.VPSidebar')?.getBoundingClientRect();
        const text = document.querySelector('.VPContent h1')?.getBoundingClientRect();
        return { sidebar: sidebar?.width, gap: (text?.left ?? 0) - (sidebar?.right ?? 0) };
      });
      expect(room.sidebar).toBeGreaterThanOrEqual(250);
      expect(room.gap).toBeGreaterThan(0);
      await page.close();
    },
    MINUTES,
  );

  test.each(PAGES.flatMap((path) => (['light', 'dark'] as const).map((scheme) => [path, scheme] as const)))(
    'axe finds no serious fault on %s in the %s scheme',
    async (path, colorScheme) => {
      const page = await open(path, { colorScheme });
      await page.evaluate(AXE);
      const serious = await page.evaluate(async () => {
        // The script that was evaluated before defines it.
        const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
        const { violations } = await axe.run(document);
        return violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(
            ({ id, nodes }) =>
              `${id}: ${nodes
                .slice(0, 3)
                .map(({ html }) => html.slice(0, 160))
                .join(' | ')}`,
          );
      });
      expect(serious).toEqual([]);
      await page.close();
    },
    MINUTES,
  );

  test(
    'by keyboard alone: skip to the text, unfold an object, follow a link, with the focus in view',
    async () => {
      const page = await open('/operations/opportunityOne');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.className)).toContain('VPSkipLink');
      await page.keyboard.press('Enter');
      const focused = () =>
        page.evaluate(() => {
          const element = document.activeElement as HTMLElement;
          const { outlineStyle, outlineWidth } = getComputedStyle(element);
          return {
            tag: element.tagName,
            text: element.textContent?.trim() ?? '',
            outline: `${outlineStyle} ${outlineWidth}`,
          };
        });
      const tabTo = async (isGoal: (at: Awaited<ReturnType<typeof focused>>) => boolean) => {
        for (let presses = 0; presses < 300; presses++) {
          await page.keyboard.press('Tab');
          const at = await focused();
          if (isGoal(at)) return at;
        }
        throw new Error('The keyboard does not get there.');
      };
      const inside = page.locator('[id="result.opportunity.organization.id"]');
      expect(await inside.isVisible()).toBe(false);
      const fold = await tabTo(({ tag, text }) => tag === 'SUMMARY' && text.startsWith('organization'));
      expect(fold.outline).toBe('solid 2px');
      await page.keyboard.press('Enter');
      await expect.poll(() => inside.isVisible()).toBe(true);
      await tabTo(({ tag, text }) => tag === 'A' && text === 'OpportunityNotFound');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.url()).toMatch(/\/errors#OpportunityNotFound$/);
      await expect.poll(() => page.locator('#OpportunityNotFound.is-linked').count()).toBe(1);
      await page.close();
    },
    2 * MINUTES,
  );

  test(
    'print has the text in full width, without navigation, and with what is folded',
    async () => {
      const page = await open('/operations/opportunityOne', { viewport: { width: 1280, height: 900 } });
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.VPSidebar').isVisible()).toBe(false);
      expect(await page.locator('.VPNav').isVisible()).toBe(false);
      const text = await page.locator('.reference-text').boundingBox();
      expect(text?.width ?? 0).toBeGreaterThan(1100);
      expect(
        (await page.locator('[id="result.opportunity.staff.ext_id"]').boundingBox())?.height ?? 0,
      ).toBeGreaterThan(10);
      await page.close();
    },
    MINUTES,
  );

  test(
    'a page that is read asks for little, and for no font',
    async () => {
      const page = await browser.newPage({ locale: 'zh-CN' });
      const files: { url: string; bytes: number }[] = [];
      page.on('response', async (response) => {
        const body = await response.body().catch(() => Buffer.alloc(0));
        files.push({ url: response.url(), bytes: body.length });
      });
      await page.goto(`${server.url}/operations/tagList`, { waitUntil: 'networkidle' });
      expect(files.filter(({ url }) => /\.(?:woff2?|ttf|otf)/.test(url))).toEqual([]);
      expect(files.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(600_000);
      await page.close();
    },
    MINUTES,
  );

  test.each([
    ['operations/opportunityOne.md', '# 获取商机详情'],
    ['en/operations/opportunityOne.md', '# Get one opportunity'],
    ['llms.txt', `](${SITE_BASE}operations/opportunityOne.md)`],
    ['en/llms-full.txt', '# Get one opportunity'],
  ])('for agents there is %s', async (name, part) => {
    const answer = await fetch(`${server.url}/${name}`);
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining(part)]);
  });

  test('no page logged an error to the console or asked another server', () => {
    expect(complaints).toEqual([]);
  });
});
