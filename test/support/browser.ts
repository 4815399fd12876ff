import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './find-chromium.ts';

/** Where the machine's Chromium is; undefined where there is none, which is what tests that need it are skipped by. */
export const chromiumPath = findChromium();

/** Starts a Chromium without a window, the machine's own when left out; it asks nothing of any network by itself. */
export function startBrowser(executablePath = chromiumPath): Promise<Browser> {
  if (executablePath === undefined) throw new Error('There is no Chromium; install it or set CHROMIUM_PATH.');
  return chromium.launch({
    executablePath,
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
