/** A parsed documented type: its scalar alternatives, and the items of its array alternative. */
export interface DocType {
  readonly names: readonly string[];
  /** Present if one alternative is an array. `items` is undefined if the type does not say what the array holds. */
  readonly array?: { readonly items: DocType | undefined };
}

const NAMES = new Set(['string', 'integer', 'number', 'boolean', 'null', 'any', 'unknown', 'object']);

/** Parses a type in the notation of the facts, such as `array<string>|null`; undefined if it is not valid. */
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

/** Prints a type in its canonical form: alternatives sorted, `null` last. */
export function printDocType(type: DocType): string {
  const items = type.array?.items;
  const array =
    type.array === undefined ? [] : [items === undefined ? 'array' : `array<${printDocType(items)}>`];
  const plain = type.names.filter((name) => name !== 'null');
  const ending = type.names.includes('null') ? ['null'] : [];
  return [...plain, ...array, ...ending].join('|');
}

/** A field's type as the page says it, including its `nullable` mark. */
export function documentedType(field: { readonly type: string; readonly nullable?: boolean }): string {
  const type = parseDocType(field.type);
  if (type === undefined) return field.type;
  const nullable = field.nullable === true && !saysNothing(type) ? ['null'] : [];
  return printDocType({ ...type, names: [...new Set([...type.names, ...nullable])].sort() });
}

/**
 * Whether a specified type agrees with the page (docs/corrections.md, "Corrections"). A documented `unknown`, `any` or
 * bare `array` agrees with everything, and a documented `null` agrees with a schema without a type (`unknown`).
 */
export function typesAgree(documented: string, specified: string): boolean {
  const pageType = parseDocType(documented);
  const schemaType = parseDocType(specified);
  if (pageType === undefined || schemaType === undefined) return documented === specified;
  return agree(pageType, schemaType);
}

function agree(page: DocType, schema: DocType): boolean {
  if (saysNothing(page)) return true;
  if (schema.names.includes('unknown')) return printDocType(page) === 'null';
  if (page.names.join() !== schema.names.join()) return false;
  if (page.array === undefined || schema.array === undefined) return page.array === schema.array;
  if (page.array.items === undefined) return true;
  return schema.array.items !== undefined && agree(page.array.items, schema.array.items);
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
