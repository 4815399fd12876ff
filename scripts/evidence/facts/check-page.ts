import type { Diagnostic } from '../../kit/diagnostic.ts';
import { isNumeric } from '../../kit/exact-json.ts';
import { isObject, METHODS } from '../../spec/openapi.ts';
import { type KeyPath, placeOf, type Source } from '../../spec/source.ts';
import { parseDocType } from './doc-type.ts';
import { type FactPage, FIELD_EVIDENCE, LIMITS, PARAMETER_KEYS } from './facts.ts';

const KINDS = ['endpoint', 'guide', 'callback'];
const SHAPE_KEYS = [
  'type',
  'format',
  'pattern',
  'about',
  'enum',
  'default',
  'example',
  'fields',
  'values',
  'one_of',
  'any_of',
  ...LIMITS,
];
const FIELD_KEYS = new Set(['name', 'required', 'nullable', 'deprecated', 'evidence', ...SHAPE_KEYS]);

/** A valid path: no query, no blank, and no segment that a file system would take for another folder or for none. */
const URL_PATH = /^(?!.*\/(?:\.{1,2}(?:\/|$)|\/))(?:\/[^\s/?#\\\p{Cc}]*)+$/u;

/**
 * Checks the form of one page of facts (docs/corrections.md, "Facts").
 * @returns one diagnostic for each mistake, with its place; none if the page is valid.
 */
export function checkPage(source: Source, keys: KeyPath, value: unknown): Diagnostic[] {
  const found: Diagnostic[] = [];
  const report = (at: KeyPath, message: string, fix: string) => {
    found.push({ code: 'facts-form', message, fix, place: placeOf(source, [...keys, ...at]) });
  };
  if (!isObject(value)) {
    report([], 'a page is a map', 'write page, title and kind');
    return found;
  }
  if (typeof value.title !== 'string') report([], 'the page has no title', 'add title:');
  if (!KINDS.includes(String(value.kind)))
    report(['kind'], 'the page has no known kind', `write one of ${KINDS.join(', ')}`);
  if (typeof value.complete !== 'boolean')
    report(['complete'], 'the page does not say whether it is complete', 'add complete: true or false');
  if (value.page !== undefined && !/^[\w-]+$/.test(String(value.page))) {
    report(
      ['page'],
      'the page id may hold letters, digits and - only',
      "copy the id from the page's address",
    );
  }
  checkAddress(value, report);
  checkErrors(value.errors, report);
  for (const key of Object.values(PARAMETER_KEYS)) checkFields(value[key], [key], report);
  for (const part of ['body', 'response']) checkContent(value[part], [part], report);
  const others = value.other_responses;
  if (others !== undefined && !isObject(others))
    report(['other_responses'], 'other_responses is not a map', 'write one status with its answer per row');
  for (const status of Object.keys(isObject(others) ? others : {}))
    checkContent(isObject(others) ? others[status] : undefined, ['other_responses', status], report);
  return found;
}

function checkContent(content: unknown, at: KeyPath, report: Report): void {
  if (content === undefined) return;
  if (!isObject(content)) {
    report(at, `${at.at(-1)} is not a map`, 'write fields: and example: below it');
    return;
  }
  if (content.type !== undefined) checkType(String(at[0]), content.type, at, report);
  checkInside(content, at, report);
}

/** Completes a page that {@link checkPage} found valid with its sheet's category and an id. */
export function pageOf(value: unknown, category: string, slug: string): FactPage {
  // checkPage has checked every key of FactPage.
  return { category, slug, page: 'unknown', ...(value as object) } as FactPage;
}

const KNOWN_METHODS = METHODS.map((method) => method.toUpperCase());

type Report = (at: KeyPath, message: string, fix: string) => void;

function checkAddress(page: Readonly<Record<string, unknown>>, report: Report): void {
  const path = page.path;
  if (page.kind !== 'endpoint' || path === undefined) return;
  if (typeof path !== 'string' || !URL_PATH.test(path)) {
    report(
      ['path'],
      `${JSON.stringify(path)} is not a path`,
      'write it from its first slash on, such as /order/{id}, without query and blanks',
    );
  }
  if (!KNOWN_METHODS.includes(String(page.method)))
    report(['method'], 'the endpoint has no method', `write one of ${KNOWN_METHODS.join(', ')}`);
}

function checkErrors(errors: unknown, report: Report): void {
  if (errors === undefined) return;
  if (!Array.isArray(errors)) {
    report(['errors'], 'errors is not a list', 'write one {code, zh, en} per row');
    return;
  }
  errors.forEach((row: unknown, index) => {
    const isValid = isObject(row) && Number.isInteger(row.code) && typeof row.zh === 'string';
    if (!isValid)
      report(
        ['errors', index],
        'an error row needs an integer code and the Chinese text',
        'write {code, zh, en}',
      );
  });
}

function checkFields(fields: unknown, at: KeyPath, report: Report): void {
  if (fields === undefined) return;
  if (!Array.isArray(fields)) {
    report(at, `${at.at(-1)} is not a list`, 'write one {name, type, …} per field');
    return;
  }
  fields.forEach((field: unknown, index) => {
    checkField(field, [...at, index], report);
  });
}

function checkField(field: unknown, at: KeyPath, report: Report): void {
  if (!isObject(field) || typeof field.name !== 'string') {
    report(at, 'a field has no name', 'write {name, type, …}');
    return;
  }
  checkType(field.name, field.type, at, report);
  if (![undefined, true, false, 'unmarked'].some((mark) => mark === field.required)) {
    report([...at, 'required'], 'required is neither true, false nor unmarked', 'write what the page marks');
  }
  if (field.evidence !== undefined && !FIELD_EVIDENCE.some((kind) => kind === field.evidence)) {
    report([...at, 'evidence'], 'the evidence is of no known kind', `write ${FIELD_EVIDENCE.join(' or ')}`);
  }
  for (const [key, value] of Object.entries(field)) {
    if (FIELD_KEYS.has(key)) continue;
    // A key of several words without a value is the rest of a text.
    const isText = value === null && key.includes(' ');
    report(
      [...at, key],
      `${JSON.stringify(key)} is not known in a field`,
      isText ? 'put the text in quotes: inside braces, a comma ends it' : `use ${[...FIELD_KEYS].join(', ')}`,
    );
  }
  for (const limit of LIMITS) {
    const value = field[limit];
    if (value !== undefined && !isNumeric(value))
      report([...at, limit], `${limit} is not a number`, 'write a number');
  }
  if (field.enum !== undefined && !Array.isArray(field.enum)) {
    report([...at, 'enum'], 'enum is not a list', 'write the documented values as a list');
  }
  checkInside(field, at, report);
}

function checkType(name: string, type: unknown, at: KeyPath, report: Report): void {
  if (typeof type === 'string' && parseDocType(type) !== undefined) return;
  const known = 'string, integer, number, boolean, null, any, unknown, object, array<T> or T|null';
  report(at, `${name} has the type ${JSON.stringify(type)}`, `write ${known}`);
}

/** Checks what a value holds: its members, the values of further members, and its branches. */
function checkInside(shape: Readonly<Record<string, unknown>>, at: KeyPath, report: Report): void {
  checkFields(shape.fields, [...at, 'fields'], report);
  if (shape.values !== undefined) checkShape(shape.values, [...at, 'values'], report);
  for (const key of ['one_of', 'any_of']) {
    const branches = shape[key];
    if (branches === undefined) continue;
    if (Array.isArray(branches))
      branches.forEach((branch: unknown, index) => {
        checkShape(branch, [...at, key, index], report);
      });
    else report([...at, key], `${key} is not a list`, 'write one {type, …} per branch');
  }
}

/** A shape is checked like a field that needs no name of its own. */
function checkShape(shape: unknown, at: KeyPath, report: Report): void {
  if (isObject(shape)) checkField({ ...shape, name: String(at.at(-1)) }, at, report);
  else report(at, 'this is not a shape', 'write {type, …}');
}
