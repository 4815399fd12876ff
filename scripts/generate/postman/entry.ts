/** A parameter, a header or a field of a form in a request of a collection. */
export interface Entry {
  readonly key: string;
  readonly value: string;
  readonly description?: string;
  /** Whether a person has to tick it before it is sent. */
  readonly disabled?: true;
}

/** The entries that are sent, without texts. */
export function sentEntries(entries: readonly Entry[]): Entry[] {
  return entries.filter(({ disabled }) => disabled !== true).map(({ key, value }) => ({ key, value }));
}
