import { jsonIn } from '../base/json-in.ts';

/** A text or number in a value, or the name of a field. */
export interface Leaf {
  /** The text, or the digits. */
  readonly text: string;
  /** The JSON pointer to it; for a name, to the field. */
  readonly pointer: string;
  readonly isName: boolean;
}

/** Lists every leaf of a value. A text that contains JSON is replaced by the leaves of that JSON. */
export function leavesOf(value: unknown): Leaf[] {
  const found: Leaf[] = [];
  const visit = (item: unknown, pointer: string): void => {
    if (typeof item === 'string') {
      const inner = jsonIn(item);
      if (inner === undefined) found.push({ text: item, pointer, isName: false });
      else visit(inner, pointer);
    } else if (typeof item === 'number' || typeof item === 'bigint') {
      found.push({ text: String(item), pointer, isName: false });
    } else if (typeof item === 'object' && item !== null) {
      for (const [name, member] of Object.entries(item)) {
        const memberPointer = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
        if (!Array.isArray(item)) found.push({ text: name, pointer: memberPointer, isName: true });
        visit(member, memberPointer);
      }
    }
  };
  visit(value, '');
  return found;
}
