import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where the machine's Chromium is; undefined where there is none, which is what tests that need it are skipped by. */
export const chromiumPath = [process.env.CHROMIUM_PATH, ...PATHS].find((path) => path && existsSync(path));

/** Starts the machine's Chromium without a window; it asks nothing of any network by itself. */
export function startBrowser(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('There is no Chromium; install it or set CHROMIUM_PATH.');
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
