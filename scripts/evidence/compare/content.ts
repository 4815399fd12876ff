import { contentFields, exampleParents } from '../facts/example-evidence.ts';
import type { FactContent } from '../facts/facts.ts';
import { type Comparing, compareObject, compareShape, innermost, recordMissing } from './fields.ts';
import type { Located } from './located.ts';

/** A body or an answer on a page, and the schema to compare it with. */
export interface ContentLevel {
  readonly content: FactContent | undefined;
  readonly schema: Located | undefined;
  /** The operation, which would hold the content if the specification had it. */
  readonly holder: Located;
  readonly where: string;
  readonly ignored: ReadonlySet<string>;
}

/** Compares a body or an answer with what its page says of it. */
export function compareContent(
  comparing: Comparing,
  { content, schema, holder, where, ignored }: ContentLevel,
): void {
  const fields = contentFields(content);
  if (schema !== undefined) {
    const parents = exampleParents(content?.example);
    if (content?.type !== undefined)
      compareShape(comparing, { ...content, type: content.type }, { schema, where, holders: [schema] });
    // Of a list, the facts describe the items.
    const inner = innermost(comparing.spec, schema);
    compareObject(comparing, { fields, schema: inner, parents, where, ignored });
    return;
  }
  for (const field of fields.filter(({ name }) => !ignored.has(name))) {
    const omission = comparing.reasoned.omissionsOn(holder).find(({ name }) => name === field.name);
    recordMissing(comparing, {
      where: `${where} ${field.name}`,
      at: holder,
      omission,
      missing: { field, siblings: fields, parents: exampleParents(content?.example) },
    });
  }
}
