/** The types of JSON Schema. */
export const TYPES = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'] as const;

/** Whether a name is one of them. Documents of OpenAPI 2 also have `file`, and people write `any` and `float`. */
export function isType(name: unknown): boolean {
  return TYPES.some((type) => type === name);
}
