import { exactJson } from '../../kit/exact-json.ts';
import { bodyKind, isBinarySchema } from '../../spec/media-types.ts';
import { type Model, type Operation, resolve } from '../../spec/model.ts';
import { isObject } from '../../spec/openapi.ts';
import { sampleValue, statedExample } from '../sample-value.ts';
import { textOf } from './text-of.ts';
import { tokenArguments } from './token-call.ts';

/** The body of a request as a collection holds it. */
export type PostmanBody = Readonly<Record<string, unknown>>;

/** The example of an operation's body, or a sample of its form; undefined for an operation without a body. */
export function exampleBody(model: Model, operation: Operation): unknown {
  const { body, object } = operation;
  if (body === undefined) return undefined;
  const media = object.requestBody?.content?.[body.declaredType];
  const example = statedExample(media) ?? sampleValue(model, body.schema) ?? {};
  return isObject(example) ? { ...example, ...tokenArguments(model, operation) } : example;
}

/** Writes a body in the form of its media type. */
export function postmanBody(model: Model, operation: Operation, example: unknown): PostmanBody {
  const kind = bodyKind(operation.body?.mediaType ?? '');
  const fields = Object.entries(isObject(example) ? example : {});
  if (kind === 'form')
    return { mode: 'urlencoded', urlencoded: fields.map(([key, value]) => ({ key, value: textOf(value) })) };
  if (kind === 'multipart') {
    const properties = resolve(model.document, operation.body?.schema)?.properties ?? {};
    const formdata = fields.map(([key, value]) =>
      isBinarySchema(properties[key] ?? {})
        ? { key, type: 'file', src: [] }
        : { key, type: 'text', value: textOf(value) },
    );
    return { mode: 'formdata', formdata };
  }
  if (kind === 'binary') return { mode: 'file', file: {} };
  if (kind === 'text') return { mode: 'raw', raw: textOf(example) };
  return { mode: 'raw', raw: exactJson(example, 2), options: { raw: { language: 'json' } } };
}
