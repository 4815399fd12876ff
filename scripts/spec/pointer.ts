/** The keys of a JSON pointer, as it stands in the fragment of a reference: `/paths/~1a%7B` has `paths` and `/a{`. */
export function pointerKeys(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => percentDecoded(token).replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Decodes a URI fragment. A lone percent sign stands for itself, as in a pointer that nobody encoded. */
function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const SCHEMAS = '#/components/schemas/';

/** The reference to a component schema. Its name may have any characters. */
export function schemaReference(name: string): string {
  return SCHEMAS + encodeURIComponent(name);
}

/** The component schema that a reference names; undefined if it leads anywhere else. */
export function referencedSchema(reference: unknown): string | undefined {
  if (typeof reference !== 'string' || !reference.startsWith(SCHEMAS)) return undefined;
  const [name, ...deeper] = pointerKeys(reference.slice(SCHEMAS.length - 1));
  return deeper.length === 0 ? name : undefined;
}
