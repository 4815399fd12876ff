import { contentFields, exampleParents } from '../../evidence/facts/example-evidence.ts';
import type { FactContent } from '../../evidence/facts/facts.ts';
import { type Direction, fieldSchema, objectSchema } from './scaffold-schema.ts';

/** The content of a body or an answer, the same in every media type that the page names. */
export function mediaTypesOf(
  { content_type, other_types = [] }: FactContent,
  media: object,
): Record<string, object> {
  const shown = content_type === undefined || content_type === '*/*' ? 'application/json' : content_type;
  return Object.fromEntries([shown, ...other_types].map((type) => [type, media]));
}

/** The schema of a body or an answer: an object, unless the page says otherwise. */
export function contentSchema(content: FactContent, direction: Direction): Record<string, unknown> {
  const { example, ...shape } = content;
  const parents = exampleParents(example);
  const isPlain = shape.type === undefined && !shape.values && !shape.one_of && !shape.any_of;
  const fields = contentFields(content);
  if (isPlain && Array.isArray(example) && (shape.fields ?? []).length === 0)
    return fieldSchema({ type: 'array<object>', fields }, parents, direction);
  if (isPlain) return objectSchema(fields, parents, direction);
  return fieldSchema({ type: 'object', ...shape, ...(fields.length > 0 && { fields }) }, parents, direction);
}
