import type { Diagnostic } from '../../kit/diagnostic.ts';
import { isNumeric } from '../../kit/exact-json.ts';
import { isObject } from '../../spec/openapi.ts';
import { type KeyPath, placeOf, type Source } from '../../spec/source.ts';
import { parseDocType } from './doc-type.ts';
import { type FactPage, FIELD_EVIDENCE, LIMITS } from './facts.ts';

const KINDS = ['endpoint', 'guide', 'callback'];
const FIELD_KEYS = new Set<string>([
  'name',
  'type',
  'required',
  'nullable',
  'evidence',
  'about',
  'enum',
  'default',
  'example',
  'fields',
  ...LIMITS,
]);

/** A valid path. File names in the specification are made from it. */
const URL_PATH = /^(\/[A-Za-z0-9_][A-Za-z0-9_-]*)+$/;

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
  checkFields(value.query, ['query'], report);
  for (const part of ['body', 'response']) {
    const content = value[part];
    if (content === undefined) continue;
    if (isObject(content)) checkFields(content.fields, [part, 'fields'], report);
    else report([part], `${part} is not a map`, 'write fields: and example: below it');
  }
  return found;
}

/** Completes a page that {@link checkPage} found valid with its sheet's category and an id. */
export function pageOf(value: unknown, category: string, slug: string): FactPage {
  // checkPage has checked every key of FactPage.
  return { category, slug, page: 'unknown', ...(value as object) } as FactPage;
}

type Report = (at: KeyPath, message: string, fix: string) => void;

function checkAddress(page: Readonly<Record<string, unknown>>, report: Report): void {
  const path = page.path;
  if (page.kind !== 'endpoint' || path === undefined) return;
  if (typeof path !== 'string' || !URL_PATH.test(path)) {
    report(['path'], `${JSON.stringify(path)} is not a path`, 'write it as /open-api/…, without parameters');
  }
  if (page.method !== 'GET' && page.method !== 'POST')
    report(['method'], 'the endpoint has no method', 'write GET or POST');
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
  if (typeof field.type !== 'string' || parseDocType(field.type) === undefined) {
    const known = 'string, integer, number, boolean, null, any, unknown, object, array<T> or T|null';
    report(at, `${field.name} has the type ${JSON.stringify(field.type)}`, `write ${known}`);
  }
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
  checkFields(field.fields, [...at, 'fields'], report);
}
