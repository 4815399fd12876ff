import { basename, join, sep } from 'node:path';
import { nameOf, type Spec } from '../../spec/load.ts';
import { isObject } from '../../spec/openapi.ts';
import type { KeyPath, Source } from '../../spec/source.ts';
import { isReasonName, strayChinese, TWIN_MAPS, TWIN_SENTENCES } from './stray-chinese.ts';

/** A text of the specification for people to read, and its Chinese twin if there is one. */
export interface Text {
  readonly source: Source;
  readonly keys: KeyPath;
  readonly en: string;
  readonly zh: string | undefined;
  /** The key that holds the Chinese, as a person would write it. */
  readonly twin: string;
}

type Part = Readonly<Record<string, unknown>>;

/** Keys whose value is data of the API or of its pages. */
const DATA = new Set(['example', 'examples', 'default', 'const', 'enum', 'documented', 'x-page', 'x-zh']);

/** Keys whose value maps names that the API chose to parts of the document. */
const NAMES = new Set([
  'properties',
  'patternProperties',
  'schemas',
  'paths',
  'webhooks',
  'responses',
  'content',
]);

/** Lists the texts of every file of a specification but the facts of its documentation. */
export function textsOf({ folder, files }: Spec): Text[] {
  return files
    .list(folder)
    .filter((path) => !path.startsWith(join(folder, 'docs') + sep))
    .map((path) => files.read(path, nameOf(path)))
    .flatMap((source) => (READERS[basename(source.path)] ?? textsOfPart)(source, source.value, []));
}

type Reader = (source: Source, value: unknown, keys: KeyPath) => Text[];

/** Files whose rows are not parts of an OpenAPI document. */
const READERS: Readonly<Record<string, Reader>> = {
  'reasons.yaml': rowsReader([['en', 'zh']]),
  'error-codes.yaml': rowsReader([
    ['en', 'zh'],
    ['advice', 'advice_zh'],
  ]),
  'glossary.yaml': () => [],
  'prompts.yaml': () => [],
  'search.yaml': () => [],
  'texts.yaml': () => [],
};

function rowsReader(pairs: readonly (readonly [en: string, zh: string])[]): Reader {
  return (source, value) =>
    Object.entries(isObject(value) ? value : {}).flatMap(([name, row]) => {
      if (typeof row === 'string') return [{ source, keys: [name], en: row, zh: undefined, twin: 'zh' }];
      const part: Part = isObject(row) ? row : {};
      return pairs.flatMap(([key, twin]) => textAt(source, [name], key, part[key], { twin, zh: part[twin] }));
    });
}

function textsOfPart(source: Source, value: unknown, keys: KeyPath): Text[] {
  return partsOf(value, keys).flatMap((found) => ownTexts(source, found.part, found.keys));
}

/** A place that holds Chinese without the English that it belongs to. */
export interface StrayChinese {
  readonly source: Source;
  readonly keys: KeyPath;
}

/** Lists the Chinese texts whose English is gone. */
export function strayChineseOf({ folder, files }: Spec): StrayChinese[] {
  return files
    .list(folder)
    .filter((path) => !path.startsWith(join(folder, 'docs') + sep) && READERS[basename(path)] === undefined)
    .map((path) => files.read(path, nameOf(path)))
    .flatMap((source) =>
      partsOf(source.value, []).flatMap(({ part, keys }) =>
        strayChinese(part, describedIn(part, keys)).map((below) => ({ source, keys: [...keys, ...below] })),
      ),
    );
}

/** Every part of a document that may hold texts. */
function partsOf(value: unknown, keys: KeyPath, areNames = false): { part: Part; keys: KeyPath }[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => partsOf(item, [...keys, index]));
  if (!isObject(value)) return [];
  const inner = Object.entries(value).flatMap(([key, item]) =>
    !areNames && DATA.has(key) ? [] : partsOf(item, [...keys, key], !areNames && NAMES.has(key)),
  );
  return areNames ? inner : [{ part: value, keys }, ...inner];
}

function describedIn(part: Part, keys: KeyPath): string[] {
  return ['title', 'summary', 'description'].filter((key) => isDescribing(part, key, keys));
}

function ownTexts(source: Source, part: Part, keys: KeyPath): Text[] {
  const described = describedIn(part, keys);
  const zh = part['x-zh'];
  const twinOf = (key: string) =>
    described.length > 1
      ? { twin: `x-zh: {${key}: …}`, zh: isObject(zh) ? zh[key] : undefined }
      : { twin: 'x-zh', zh: isObject(zh) ? zh[key] : zh };
  return [
    ...described.flatMap((key) => textAt(source, keys, key, part[key], twinOf(key))),
    ...sentenceAt(source, keys, 'because', part, 'x-zh'),
    ...TWIN_SENTENCES.flatMap((key) => sentenceAt(source, keys, key, part, `${key}-zh`)),
    ...TWIN_MAPS.flatMap((key) => textsOfMap(source, keys, key, part)),
  ];
}

/** Only the document itself has a title for people; that of a schema names a type. */
function isDescribing(part: Part, key: string, keys: KeyPath): boolean {
  return typeof part[key] === 'string' && (key !== 'title' || keys.join() === 'info');
}

function sentenceAt(source: Source, keys: KeyPath, key: string, part: Part, twin: string): Text[] {
  return isReasonName(part[key]) ? [] : textAt(source, keys, key, part[key], { twin, zh: part[twin] });
}

function textsOfMap(source: Source, keys: KeyPath, key: string, part: Part): Text[] {
  const [texts, twins] = [part[key], part[`${key}-zh`]];
  if (!isObject(texts)) return [];
  return Object.entries(texts).flatMap(([name, text]) => {
    if (key === 'x-omits' && isReasonName(text)) return [];
    const zh = isObject(twins) ? twins[name] : undefined;
    return textAt(source, [...keys, key], name, text, { twin: `${key}-zh: {${name}: …}`, zh });
  });
}

function textAt(
  source: Source,
  keys: KeyPath,
  key: string,
  en: unknown,
  { twin, zh }: { readonly twin: string; readonly zh: unknown },
): Text[] {
  if (typeof en !== 'string') return [];
  return [{ source, keys: [...keys, key], en, zh: typeof zh === 'string' ? zh : undefined, twin }];
}
