import type { Context } from '../context.ts';

/** Shows the progress of a walk. */
export interface Progress {
  /** If `total` is NaN, shows only the number of rows. */
  show(rows: number, total: number): void;
  /** Removes the bar from the screen. */
  clear(): void;
}

const WIDTH = 24;

/** A bar on one line of standard error. Shows nothing if standard error is not a terminal, or if `isSilent` is set. */
export function createProgress({ stderr, say }: Context, isSilent: boolean): Progress {
  let isShown = false;
  return {
    show(rows, total) {
      if (!stderr.isTTY || isSilent) return;
      isShown = true;
      stderr.write(`\r\u001b[K${progressLine(rows, total, say('rows'))}`);
    },
    clear() {
      if (isShown) stderr.write('\r\u001b[K');
    },
  };
}

/** `[######------] 50% 100/200 rows`; without a total only the rows. */
export function progressLine(rows: number, total: number, word: string): string {
  if (!(total > 0)) return `${rows} ${word}`;
  const share = Math.min(1, rows / total);
  const filled = Math.round(share * WIDTH);
  return `[${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}] ${Math.floor(share * 100)}% ${rows}/${total} ${word}`;
}
