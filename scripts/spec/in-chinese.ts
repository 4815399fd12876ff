import { type Model, rebuildModel } from './model.ts';
import { isObject, type OpenApiDocument } from './openapi.ts';
import { rebuild } from './rebuild.ts';

/** Texts whose Chinese stands under a key of its own, beside them. */
const SIBLINGS = ['x-meanings', 'x-omits', 'x-safety-because', 'x-effect-because', 'x-unknown'];

/**
 * The same model with Chinese texts: each title, summary, description, meaning and reason that has a Chinese twin is
 * replaced by it, and the others stay English. Every emitter then writes its output in Chinese.
 */
export function inChinese(model: Model): Model {
  const document = rebuild(model.document, chinesePart) as OpenApiDocument;
  const rebuilt = rebuildModel(model, document, { ...model.reasons, ...model.chineseReasons });
  return { ...rebuilt, language: 'zh' };
}

/** Whether the specification has Chinese texts: its own description does. */
export function isBilingual({ document }: Model): boolean {
  return isObject(document.info) && document.info['x-zh'] !== undefined;
}

type Part = Readonly<Record<string, unknown>>;

function chinesePart(part: Part): Part {
  const copy: Record<string, unknown> = { ...part };
  const texts = part['x-zh'];
  if (typeof texts === 'string') copy['description' in part ? 'description' : 'summary'] = texts;
  else if (isObject(texts)) Object.assign(copy, texts);
  for (const key of SIBLINGS) {
    const [text, twin] = [part[key], part[`${key}-zh`]];
    if (twin !== undefined) copy[key] = isObject(text) && isObject(twin) ? { ...text, ...twin } : twin;
  }
  const corrections = part['x-corrects'];
  if (corrections !== undefined)
    copy['x-corrects'] = Array.isArray(corrections) ? corrections.map(correction) : correction(corrections);
  return copy;
}

function correction(value: unknown): unknown {
  return isObject(value) && value['x-zh'] !== undefined ? { ...value, because: value['x-zh'] } : value;
}
