import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './find-chromium.ts';

/** The path of the machine's Chromium. Undefined if there is none; tests that need it are then skipped. */
export const chromiumPath = findChromium();

/** Starts a headless Chromium, by default the machine's own. It makes no network requests on its own. */
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
