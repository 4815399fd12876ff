import type { ParameterPlan } from '../base/request-plan.ts';
import { jsonText, plainText, refusal, tagOf } from './argument-text.ts';

/**
 * Writes the value of a parameter, by the rules of OpenAPI and RFC 6570, as pieces: the separator of the place stands
 * between them. No piece for null, and for a list or an object without members.
 *
 * @throws WeibanConfigError if the value cannot be sent.
 */
export function writeValue(plan: ParameterPlan, value: unknown, id: string): string[] {
  const { key, name, style } = plan;
  if (value === undefined || value === null) return [];
  if (style === 'json') return [named(plan, encode(plan, jsonText(id, key, value)))];
  if (style === 'deepObject') return deepPieces(plan, encodeURIComponent(name), value, id);
  const text = (item: unknown, isMember = false) => {
    const plain = plainText(id, key, item);
    if (style === 'cookie' && /[;\s]/.test(plain)) throw refusal(id, `${key} has a sign that ends a cookie`);
    if (isMember) refuseSeparator(plan, plain, id);
    return encode(plan, plain, isMember);
  };
  if (style === 'text' || !isList(value)) {
    if (style === 'text' || !isPlainObject(value)) return [named(plan, text(value))];
    const members = Object.entries(value).filter(([, item]) => item !== undefined && item !== null);
    const pairs = members.map(([member, item]) => [text(member, true), text(item, true)]);
    return gather(plan, plan.explode ? pairs.map((pair) => pair.join('=')) : pairs.flat(), (pair) => pair);
  }
  // Array.from, because map would leave out the holes of a list.
  const items = Array.from(value, (item) => text(item, true));
  return gather(plan, items, (item) => named(plan, item));
}

/** The members one by one, or as one piece with the separator of the style between them. */
function gather(plan: ParameterPlan, texts: readonly string[], single: (text: string) => string): string[] {
  if (texts.length === 0) return [];
  if (plan.explode) return texts.map(single);
  const separator = SEPARATORS[plan.style] ?? ',';
  return [named(plan, texts.join(encodeURIComponent(separator).replace('%2C', ',')))];
}

const SEPARATORS: Readonly<Record<string, string>> = { spaceDelimited: ' ', pipeDelimited: '|' };

/** A piece with the name of its parameter, where the style writes it. */
function named({ name, place, style }: ParameterPlan, text: string): string {
  if (place === 'path') {
    if (style !== 'matrix') return text;
    // RFC 6570 writes no sign for an empty text.
    return text === '' ? encodeURIComponent(name) : `${encodeURIComponent(name)}=${text}`;
  }
  if (place === 'header') return text;
  return `${place === 'cookie' ? name : encodeURIComponent(name)}=${text}`;
}

/** The members of an object as `name[member]`; a list of plain values as `name[]`, which most servers read as a list. */
function deepPieces(plan: ParameterPlan, name: string, value: unknown, id: string): string[] {
  if (value === undefined || value === null) return [];
  if (isList(value)) {
    const isFlat = value.every((item) => typeof item !== 'object' || item === null);
    return Array.from(value).flatMap((item, index) => {
      if (item === undefined || item === null) throw refusal(id, `${plan.key} holds ${item} in a list`);
      return deepPieces(plan, `${name}%5B${isFlat ? '' : index}%5D`, item, id);
    });
  }
  if (!isPlainObject(value)) return [`${name}=${encode(plan, plainText(id, plan.key, value))}`];
  // A cycle has no text, and would have no end here.
  jsonText(id, plan.key, value);
  return Object.entries(value).flatMap(([member, item]) =>
    deepPieces(plan, `${name}%5B${encodeURIComponent(member)}%5D`, item, id),
  );
}

/** Refuses a member that holds the separator of its list, where nothing would tell the two apart. */
function refuseSeparator({ key, place, style, explode }: ParameterPlan, text: string, id: string): void {
  // A server drops the spaces around a member.
  if (place === 'header' && text !== text.trim())
    throw refusal(id, `${key} has a member that begins or ends with a space`);
  const own = explode ? { label: '.' } : SEPARATORS;
  const separator = place === 'header' ? ',' : (own as Readonly<Record<string, string>>)[style];
  if (separator === undefined || !text.includes(separator)) return;
  throw refusal(id, `${key} has a member with "${separator}" in it, which separates its members`);
}

const RESERVED_IN_PATH = /[:@!$&'()*+,;=]/;
const RESERVED_IN_QUERY = /[:@!$'()*,;=/?[\]]/;
// RFC 6265: what a value of a cookie may hold. The percent sign is encoded, so that a server can decode the rest.
const IN_COOKIE = /[\x21\x23\x24\x26-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]/;

function encode({ place, style, allowReserved }: ParameterPlan, text: string, isMember = false): string {
  if (place === 'header' || style === 'cookie') return text;
  if (place === 'cookie') return encodeExcept(text, IN_COOKIE);
  if (!allowReserved) return encodeURIComponent(text);
  const kept = place === 'path' ? RESERVED_IN_PATH : RESERVED_IN_QUERY;
  // As RFC 6570 says, a value may be encoded already.
  return text.replace(/%[0-9A-Fa-f]{2}|[\s\S]/gu, (part) =>
    part.length === 3 || (kept.test(part) && !(isMember && /[,;=]/.test(part)))
      ? part
      : encodeURIComponent(part),
  );
}

function encodeExcept(text: string, kept: RegExp): string {
  return text.replace(/[\s\S]/gu, (part) => (kept.test(part) ? part : encodeURIComponent(part)));
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** Whether a value is an object with members, and no date, file or other thing of its own kind. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return tagOf(value) === 'Object';
}
