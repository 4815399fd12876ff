import { join } from 'node:path';
import { startBrowser } from '../../support/browser.ts';
import { installProject } from '../install-project.ts';
import { MissingProgram, type PackageCheck } from '../run-check.ts';
import { lastLine, runProgram } from '../run-program.ts';
import { servePage } from '../serve-page.ts';

/** A page that Vite bundled for production calls the API in a real browser. */
export const viteInChromium: PackageCheck = {
  name: 'vite-in-chromium',
  async run(context) {
    if (!context.chromium)
      throw new MissingProgram('Chromium is not installed (on Debian: apt-get install chromium)');
    const folder = await installProject(context, 'vite');
    const { env } = context.api;
    const built = lastLine(await runProgram('npm', ['run', 'build', '--silent'], { cwd: folder, env }));
    const page = await servePage(join(folder, 'dist'), context.api.url);
    try {
      return `${await readPage(context.chromium, page.url)}; ${built.trim()}`;
    } finally {
      await page.close();
    }
  },
};

/** Resolves to the text of a page once it is done. Rejects if the page logged an error. */
async function readPage(executablePath: string, url: string): Promise<string> {
  const browser = await startBrowser(executablePath);
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(url);
    const result = page.locator('#result[data-state]');
    await result.waitFor({ timeout: 30_000 });
    const text = (await result.textContent()) ?? '';
    if ((await result.getAttribute('data-state')) !== 'done' || complaints.length > 0)
      throw new Error([`the page says: ${text}`, ...complaints].join('\n'));
    return `Chromium ${browser.version()}: ${text}`;
  } finally {
    await browser.close();
  }
}
