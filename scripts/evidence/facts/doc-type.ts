/** A documented type taken apart: its scalar alternatives, and what its array alternative holds. */
export interface DocType {
  readonly names: readonly string[];
  /** Present where one alternative is an array; `undefined` inside for an array that says nothing of its items. */
  readonly array?: { readonly items: DocType | undefined };
}

const NAMES = new Set(['string', 'integer', 'number', 'boolean', 'null', 'any', 'unknown', 'object']);

/** Parses a type as facts write it, such as `array<string>|null`; undefined where it is not one. */
export function parseDocType(text: string): DocType | undefined {
  const names = new Set<string>();
  let array: DocType['array'];
  for (const part of splitAlternatives(text)) {
    const items = /^array<(.+)>$/.exec(part)?.[1];
    if (items !== undefined) {
      const inner = parseDocType(items);
      if (inner === undefined) return undefined;
      array = { items: inner };
    } else if (part === 'array') array = { items: undefined };
    else if (NAMES.has(part)) names.add(part);
    else return undefined;
  }
  return { names: [...names].sort(), ...(array === undefined ? {} : { array }) };
}

/** The one spelling of a type, whatever the order of its alternatives: `null` stands last. */
export function printDocType(type: DocType): string {
  const items = type.array?.items;
  const array =
    type.array === undefined ? [] : [items === undefined ? 'array' : `array<${printDocType(items)}>`];
  const plain = type.names.filter((name) => name !== 'null');
  const ending = type.names.includes('null') ? ['null'] : [];
  return [...plain, ...array, ...ending].join('|');
}

/** A field's type as the page says it, its `nullable` mark included. */
export function documentedType(field: { readonly type: string; readonly nullable?: boolean }): string {
  const type = parseDocType(field.type);
  if (type === undefined) return field.type;
  const nullable = field.nullable === true && !saysNothing(type) ? ['null'] : [];
  return printDocType({ ...type, names: [...new Set([...type.names, ...nullable])].sort() });
}

/**
 * Whether a specified type is what the page says (docs/corrections.md, "Corrections"): a page that says `unknown`, `any` or a
 * bare `array` says nothing, and a documented `null` agrees with a type that is left out (`unknown`).
 */
export function typesAgree(documented: string, specified: string): boolean {
  const said = parseDocType(documented);
  const held = parseDocType(specified);
  return said === undefined || held === undefined ? documented === specified : agree(said, held);
}

function agree(said: DocType, held: DocType): boolean {
  if (saysNothing(said)) return true;
  if (held.names.includes('unknown')) return printDocType(said) === 'null';
  if (said.names.join() !== held.names.join()) return false;
  if (said.array === undefined || held.array === undefined) return said.array === held.array;
  if (said.array.items === undefined) return true;
  return held.array.items !== undefined && agree(said.array.items, held.array.items);
}

function saysNothing(type: DocType): boolean {
  if (type.names.includes('any') || type.names.includes('unknown')) return true;
  return type.names.length === 0 && type.array !== undefined && type.array.items === undefined;
}

function splitAlternatives(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index <= text.length; index++) {
    const char = text[index];
    if (char === '<') depth++;
    else if (char === '>') depth--;
    else if (char === undefined || (char === '|' && depth === 0)) {
      parts.push(text.slice(start, index).trim());
      start = index + 1;
    }
  }
  return parts;
}
