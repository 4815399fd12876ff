/** A file of vectors, as another language reads it. */
interface VectorFile {
  readonly cases: readonly {
    readonly name: string;
    readonly kind?: string;
    readonly given: unknown;
    readonly want: unknown;
  }[];
  readonly defaults?: Readonly<Record<string, object>>;
}

/** The cases of a kind, or of a file without kinds, each laid over the defaults of its kind. */
export function casesOf<Given, Want>(
  file: VectorFile,
  kind?: string,
): [name: string, given: Given, want: Want][] {
  const found = file.cases.filter((row) => row.kind === kind);
  if (found.length === 0) throw new Error(`no vector has the kind ${kind}`);
  return found.map(({ name, given, want }) => {
    const defaults = file.defaults?.[kind ?? ''];
    // The types of the callers say what the file holds.
    return [name, (defaults ? { ...defaults, ...Object(given) } : given) as Given, want as Want];
  });
}
