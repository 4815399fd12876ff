import { SpecError } from '../kit/diagnostic.ts';
import type { Spec } from './load.ts';
import { checkShape } from './shape.ts';

/** The files of `vectors/`: what a client in any language must do exactly, one subject each. */
export const VECTOR_SUBJECTS = ['answers', 'integers', 'limits', 'paging', 'token', 'webhooks'] as const;

/** The name of a file of `vectors/`, without its ending. */
export type VectorSubject = (typeof VECTOR_SUBJECTS)[number];

/** One file of vectors, as curated. What else it holds is data for its cases. */
export interface VectorFile {
  /** What the cases mean. */
  readonly about: { readonly en: string; readonly zh: string };
  /** Grows when a program that reads the file has to be changed. */
  readonly version: number;
  /** What is given in every case of a kind, unless the case says otherwise. */
  readonly defaults?: Readonly<Record<string, unknown>>;
  readonly cases: readonly VectorCase[];
}

/** One vector: what is given, and what must come of it. */
interface VectorCase {
  readonly name: string;
  readonly kind?: string;
  readonly given: unknown;
  readonly want: unknown;
}

/**
 * Reads the vectors next to the root document; a specification without them has none.
 * @throws SpecError if a file has another form.
 */
export function readVectors(spec: Spec): Readonly<Partial<Record<VectorSubject, VectorFile>>> {
  const sources = VECTOR_SUBJECTS.flatMap((subject) => {
    const source = spec.beside(`vectors/${subject}.yaml`);
    return source === undefined ? [] : [{ subject, source }];
  });
  const found = sources.flatMap(({ source }) => checkShape(source, 'VectorFile'));
  if (found.length > 0) throw new SpecError(found);
  // The shape was checked.
  return Object.fromEntries(sources.map(({ subject, source }) => [subject, source.value as VectorFile]));
}
