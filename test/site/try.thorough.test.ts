import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, startBrowser } from '../support/browser.ts';
import { builtSite, measureText, SITE_BASE } from '../support/reference-site.ts';
import { serveFolder } from '../support/static-server.ts';

const MINUTES = 60_000;
/** Everything that "try it" adds to a page, compressed. */
const BUDGET_KB = 150;

const LANGUAGES = [
  {
    language: 'en',
    folder: 'en/',
    open: 'Try it',
    send: 'Send',
    next: 'Next page',
    success: 'The call succeeded.',
    last: 'That was the last page.',
    failure: 'The call failed: OpportunityNotFound (22201)',
    advice: /Check the id or the serial number/,
    meaning: 'When the opportunity was created.',
    token: 'requested a token → HTTP 200',
  },
  {
    language: 'zh',
    folder: '',
    open: '试一试',
    send: '发送',
    next: '下一页',
    success: '调用成功。',
    last: '已经是最后一页。',
    failure: '调用失败：OpportunityNotFound (22201)',
    advice: /\p{Script=Han}/u,
    meaning: '商机创建时间。',
    token: '获取 token → HTTP 200',
  },
] as const;

type Texts = (typeof LANGUAGES)[number];

describe.skipIf(chromiumPath === undefined)('try it in Chromium, below a path', () => {
  let server: Awaited<ReturnType<typeof serveFolder>>;
  let browser: Browser;

  beforeAll(async () => {
    server = await serveFolder(await builtSite(), SITE_BASE);
    browser = await startBrowser();
  }, 8 * MINUTES);

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const address = (texts: Texts, operation: string) => `${server.url}/${texts.folder}operations/${operation}`;

  async function openPage(texts: Texts, operation: string, options: BrowserContextOptions = {}) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    // Links that come into view are loaded ahead by VitePress: its own pages, nothing of a call.
    page.on('request', (request) => !isLoadedAhead(request) && requests.push(request.url()));
    await page.goto(address(texts, operation), { waitUntil: 'networkidle' });
    return { page, complaints, requests };
  }

  async function openTry(texts: Texts, operation: string, options: BrowserContextOptions = {}) {
    const opened = await openPage(texts, operation, options);
    await opened.page.getByRole('button', { name: texts.open }).click();
    await everythingLoaded(opened.page, operation);
    opened.requests.length = 0;
    return opened;
  }

  async function send(page: Page, texts: Texts, outcome = 'usual'): Promise<void> {
    await page.locator('#try-outcome').selectOption(outcome);
    await page.getByRole('button', { name: texts.send, exact: true }).click();
  }

  const statusOf = (page: Page) => page.locator('.try-status').textContent();

  describe.each(LANGUAGES)('try it, $language', (texts) => {
    test(
      'a call succeeds, shows what its fields mean, and sends nothing',
      async () => {
        const { page, requests, complaints } = await openTry(texts, 'opportunityOne');
        await send(page, texts);
        await expect.poll(() => statusOf(page)).toBe(texts.success);
        const answer = await page.locator('.try-answer').textContent();
        expect(answer).toContain('created_at');
        expect(answer).toContain(texts.meaning);
        expect(answer).toContain('GET /open-api/opportunity/one?id=1900001');
        expect(answer).not.toMatch(/access_token|sandbox-token/);
        expect(await page.locator('.try-call').textContent()).toContain(
          "weiban.opportunity.one({\n  id: '1900001',\n})",
        );
        expect(requests).toEqual([]);
        expect(complaints).toEqual([]);
        await page.close();
      },
      MINUTES,
    );

    test(
      'a chosen error is shown with its name, meaning and advice; an expired token is renewed',
      async () => {
        const { page, complaints } = await openTry(texts, 'opportunityOne');
        await send(page, texts, 'error:OpportunityNotFound');
        await expect.poll(() => statusOf(page)).toBe(texts.failure);
        expect(await page.locator('.try-error').textContent()).toMatch(texts.advice);
        await send(page, texts, 'expired');
        await expect.poll(() => statusOf(page)).toBe(texts.success);
        expect(await page.locator('.try-steps').allTextContents()).toEqual([
          expect.stringMatching(/errcode 10001.*errcode 0/s),
        ]);
        expect(await page.locator('.try-steps').textContent()).toContain(texts.token);
        expect(complaints).toEqual([]);
        await page.close();
      },
      MINUTES,
    );

    test(
      'a list has three pages, and goes back',
      async () => {
        const { page, requests, complaints } = await openTry(texts, 'staffList');
        await send(page, texts);
        const shown = () => page.locator('.try-answer .try-pre').first().textContent();
        for (const offset of ['', 'offset=30', 'offset=60']) {
          await expect.poll(shown).toContain(`/open-api/staff/list${offset && '?'}${offset}`);
          await page.getByRole('button', { name: texts.next }).click();
        }
        await expect.poll(() => statusOf(page)).toBe(texts.last);
        await page.locator('.try-actions button').nth(2).click();
        await expect.poll(shown).toContain('offset=30');
        expect(requests).toEqual([]);
        expect(complaints).toEqual([]);
        await page.close();
      },
      MINUTES,
    );

    test(
      'the list of another page shows what a write wrote, until the sandbox is reset',
      async () => {
        const { page, complaints } = await openTry(texts, 'tagCreate');
        await page.locator('[name=tag_name_list]').fill('try-it-tag');
        await send(page, texts);
        await expect.poll(() => statusOf(page)).toBe(texts.success);
        await follow(page, address(texts, 'tagList'));
        await page.getByRole('button', { name: texts.open }).click();
        await page.locator('.try-panel').waitFor();
        await send(page, texts);
        await expect.poll(() => statusOf(page)).toContain(texts.success);
        await page.locator('.try-raw summary').click();
        expect(await page.locator('.try-raw').textContent()).toContain('try-it-tag');
        await page.locator('.try-actions button').nth(1).click();
        await send(page, texts);
        await expect.poll(() => page.locator('.try-raw').count()).toBe(1);
        expect(await page.locator('.try-raw').textContent()).not.toContain('try-it-tag');
        expect(complaints).toEqual([]);
        await page.close();
      },
      MINUTES,
    );

    test(
      'fits a phone, and works by keyboard alone and without a network',
      async () => {
        const { page, complaints } = await openPage(texts, 'opportunityOne', {
          viewport: { width: 390, height: 844 },
          isMobile: true,
        });
        await tabTo(page, '.try-it .try-open');
        await page.keyboard.press('Enter');
        await everythingLoaded(page, 'opportunityOne');
        await page.context().setOffline(true);
        await tabTo(page, '[name=id]');
        await page.keyboard.press('ControlOrMeta+A');
        await page.keyboard.type('1900001');
        await tabTo(page, '#try-outcome');
        // The last choice: an additional field.
        await page.keyboard.press('End');
        await tabTo(page, '.try-actions [type=submit]');
        await page.keyboard.press('Enter');
        await expect.poll(() => statusOf(page)).toBe(texts.success);
        expect(await page.locator('.try-answer').textContent()).toContain('_sandbox');
        await tabTo(page, '.try-tree summary');
        await page.keyboard.press('Enter');
        expect(
          await page
            .locator('.try-tree details')
            .first()
            .evaluate((item) => item.hasAttribute('open')),
        ).toBe(false);
        const { width, smallest } = await measureText(page, '.try-panel :is(p, span, code, li, option)');
        expect(width).toBeLessThanOrEqual(390);
        expect(smallest).toBeGreaterThanOrEqual(12);
        expect(complaints).toEqual([]);
        await page.close();
      },
      MINUTES,
    );

    test(
      'has no serious fault for axe, light and dark',
      async () => {
        for (const colorScheme of ['light', 'dark'] as const) {
          const { page } = await openTry(texts, 'workorderReply', { colorScheme });
          await send(page, texts, 'error:TicketClosed');
          await page.locator('.try-error').waitFor();
          expect(await faultsIn(page)).toEqual([]);
          await send(page, texts);
          await expect.poll(() => statusOf(page)).toBe(texts.success);
          await page.locator('.try-raw summary').click();
          expect(await faultsIn(page)).toEqual([]);
          await page.close();
        }
      },
      2 * MINUTES,
    );
  });

  test(
    'a page that is only read loads nothing of it, and the first use at most its budget',
    async () => {
      const [texts] = LANGUAGES;
      const { page, requests } = await openPage(texts, 'opportunityOne');
      expect(requests.filter((url) => /TryPanel|check-answer|\/try\//.test(url))).toEqual([]);
      const bytes: Promise<number>[] = [];
      page.on('response', (response) =>
        bytes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length)),
      );
      await page.getByRole('button', { name: texts.open }).click();
      await page.locator('.try-panel').waitFor();
      await send(page, texts, 'drift:missing');
      await expect.poll(() => statusOf(page)).toBe(texts.success);
      const total = (await Promise.all(bytes)).reduce((sum, length) => sum + length, 0);
      expect(total).toBeGreaterThan(50_000);
      expect(total).toBeLessThanOrEqual(BUDGET_KB * 1000);
      await page.close();
    },
    MINUTES,
  );
});

/** Waits for the panel, and for the validator of the operation, which is loaded after it. */
async function everythingLoaded(page: Page, operation: string): Promise<void> {
  await page.locator('.try-panel').waitFor();
  await page.waitForFunction(
    (id) => performance.getEntriesByType('resource').some(({ name }) => name.includes(`/chunks/${id}.`)),
    operation,
  );
}

function isLoadedAhead(request: Request): boolean {
  return /\.lean\.js$/.test(request.url());
}

/** Goes to another page of the site as a click on a link does, without loading the document again. */
async function follow(page: Page, address: string): Promise<void> {
  await page.evaluate((href) => {
    const link = document.createElement('a');
    link.href = href;
    document.body.append(link);
    link.click();
    link.remove();
  }, address);
  await page.waitForURL(address);
  await page.locator('.try-panel').waitFor({ state: 'detached' });
}

/** Presses the Tab key until an element has the focus, and checks that the focus is visible. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 400; presses++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate((wanted) => {
      const active = document.activeElement;
      return active?.matches(wanted) ? getComputedStyle(active).outlineStyle : undefined;
    }, selector);
    if (found === undefined) continue;
    expect(found).not.toBe('none');
    return;
  }
  throw new Error(`The Tab key does not reach ${selector}.`);
}

async function faultsIn(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async () => {
    const { violations } = await Reflect.get(window, 'axe').run('.try-it');
    return violations
      .filter(({ impact }: { impact: string }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }: { id: string; nodes: { html: string }[] }) => `${id}: ${nodes[0]?.html}`);
  });
}
