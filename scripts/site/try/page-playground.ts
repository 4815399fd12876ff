import { createPlayground, type Playground } from './playground.ts';

let current: Playground | undefined;

/** The playground of this page load. It lasts while the reader goes from page to page, so a list shows what a write did. */
export function openPlayground(): Playground {
  current ??= createPlayground();
  return current;
}

/** Forgets every write, token and limit. */
export function resetPlayground(): void {
  current = undefined;
}
