import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type DocumentFile, readDocument } from './documents.ts';

const FENCED = /^( *)```[\s\S]*?^\1```/gm;
const TARGETS = /\]\(([^()\s]+)\)|\bsrc="([^"]+)"/g;

/** The links and images of a document that lead to this repository, as written, except those in code. */
export function relativeTargets({ text }: DocumentFile): string[] {
  const prose = text.replaceAll(FENCED, '').replaceAll(/`[^`\n]*`/g, '');
  const targets = Array.from(prose.matchAll(TARGETS), ([, link, image]) => link ?? image ?? '');
  return targets.filter((target) => !/^[a-z]+:/.test(target));
}

/** Whether a target leads to an existing file or folder and, if it has an anchor, to an existing heading. */
export function leadsSomewhere({ path }: DocumentFile, target: string): boolean {
  const [file = '', anchor] = target.split('#');
  const to = file === '' ? path : join(dirname(path), file);
  if (!existsSync(to)) return false;
  return anchor === undefined || anchorsOf(readDocument(to)).includes(decodeURIComponent(anchor));
}

/** The anchors that GitHub gives to the headings of a document. A repeated heading gets a number. */
export function anchorsOf({ text }: DocumentFile): string[] {
  const counts = new Map<string, number>();
  const headings = text.replaceAll(FENCED, '').matchAll(/^#{1,6} +(.+?) *$/gm);
  return Array.from(headings, ([, heading = '']) => {
    const anchor = heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-');
    const count = counts.get(anchor) ?? 0;
    counts.set(anchor, count + 1);
    return count === 0 ? anchor : `${anchor}-${count}`;
  });
}
