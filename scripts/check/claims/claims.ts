import { join, sep } from 'node:path';
import type { Place } from '../../kit/diagnostic.ts';
import { nameOf, type Spec } from '../../spec/load.ts';
import { isObject } from '../../spec/openapi.ts';
import { claimKind } from './phrases.ts';
import { sentencesOf } from './sentences.ts';

/** A sentence of the specification that says what is not known. It has to be true today. */
export interface Claim {
  readonly place: Place;
  readonly kind: string;
  /** The named reason that stands at this place for the sentence; undefined where the sentence itself does. */
  readonly reason: string | undefined;
  readonly sentence: string;
}

/** Lists the claims of a specification by file and line. The documentation's own facts, in `docs/`, make none. */
export function claimsOf({ folder, files, beside }: Spec): Claim[] {
  const shared = beside('reasons.yaml')?.value;
  const reasons = new Map(Object.entries(isObject(shared) ? shared : {}));
  return files
    .list(folder)
    .filter((path) => !path.startsWith(join(folder, 'docs') + sep))
    .flatMap((path) => sentencesOf(files.read(path, nameOf(path))))
    .flatMap(({ text, place }) => {
      const reason = reasons.has(text) ? text : undefined;
      const sentence = reason === undefined ? text : reasonText(reasons.get(reason)).trim();
      const kind = claimKind(sentence);
      return kind === undefined ? [] : [{ place, kind, reason, sentence }];
    });
}

function reasonText(row: unknown): string {
  return String(isObject(row) ? row.en : row);
}

/** Prints claims for a person: `file:line kind: sentence`, then how many there are. */
export function claimsText(claims: readonly Claim[]): string {
  const rows = claims.map(({ place, kind, reason, sentence }) => {
    const named = reason === undefined ? '' : ` (${reason})`;
    return `${place.file}:${place.line} ${kind}${named}: ${sentence}`;
  });
  const files = new Set(claims.map(({ place }) => place.file)).size;
  return [...rows, `${plural(claims.length, 'claim')} in ${plural(files, 'file')}`].join('\n');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
