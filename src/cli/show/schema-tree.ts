import type { SchemaField } from '../../catalogue/index.ts';
import type { Context } from '../context.ts';
import { describeValue, isTime } from './facts-text.ts';

/** A line of the tree: name, type and description of a field. */
export interface TreeLine {
  /** The lines of the tree and the name, with a `?` if the field may be missing. */
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** The fields of a schema as the lines of a tree. */
export function schemaTree(context: Context, fields: readonly SchemaField[], indent = ''): TreeLine[] {
  return fields.flatMap(({ name, isRequired, type, description, facts, fields: members }, at) => {
    const isLast = at === fields.length - 1;
    const line = {
      name: `${indent}${isLast ? '└─ ' : '├─ '}${name}${isRequired ? '' : '?'}`,
      type,
      // The type has the unit of a time.
      text: describeValue(context, description, isTime(facts) ? { ...facts, unit: undefined } : facts),
    };
    return [line, ...schemaTree(context, members, `${indent}${isLast ? '   ' : '│  '}`)];
  });
}
