import { isOfRange } from '../base/media-range.ts';
import type { BodyPlan } from '../base/request-plan.ts';
import type { Endpoints, JsonSchema } from './endpoints.ts';
import type { Fault } from './fault.ts';
import type { Content } from './read-content.ts';
import { readParameter } from './read-parameter.ts';
import { readText } from './read-text.ts';
import { typeOf } from './sample.ts';

type Report = (fault: Fault) => void;
type Resolve = Endpoints['resolve'];

/**
 * Reads a body in its media type: the reverse of `src/client/write-body.ts`. A file is a `File`, bytes are a `Blob`.
 * Undefined for a body that is not there, or is not what it should be, which is reported.
 */
export function readPlannedBody(
  plan: BodyPlan,
  given: JsonSchema,
  { body, bytes, contentType, form }: Content,
  resolve: Resolve,
  report: Report,
): unknown {
  if (bytes.length === 0) return undefined;
  const { mediaType } = plan;
  const [wanted = ''] = mediaType.toLowerCase().split(';');
  const isOther = !isOfRange(contentType, mediaType);
  if (isOther || (/^multipart\/form-data\b/i.test(mediaType) && !form)) {
    report({ at: 'body', kind: 'type', wants: mediaType });
    return undefined;
  }
  const schema = resolve(given);
  if (form) return readForm(schema, form, resolve);
  if (/^application\/x-www-form-urlencoded\b/.test(wanted)) return readPairs(plan, schema, body, resolve);
  if (/[/+]json\s*$/.test(wanted)) {
    try {
      return JSON.parse(body);
    } catch {
      report({ at: 'body', kind: 'json', wants: 'JSON' });
      return undefined;
    }
  }
  return /^text\/|[/+]xml\s*$/.test(wanted) ? body : new Blob([bytes], { type: contentType });
}

function readForm({ properties = {} }: JsonSchema, form: FormData, resolve: Resolve): unknown {
  const read = (part: FormDataEntryValue, schema: JsonSchema) =>
    typeof part === 'string' ? readText(part, schema) : part;
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => {
      const schema = resolve(properties[name] ?? {});
      const parts = form.getAll(name);
      if (typeOf(schema) !== 'array') return [name, read(parts[0] ?? '', schema)];
      return [name, parts.map((part) => read(part, resolve(schema.items ?? {})))];
    }),
  );
}

function readPairs(
  { fields }: BodyPlan,
  { properties = {} }: JsonSchema,
  body: string,
  resolve: Resolve,
): unknown {
  const sent = new URLSearchParams(body);
  const source = { path: {}, search: body, headers: new Headers() };
  const names = new Set([...sent.keys()].map((name) => name.split('[', 1)[0] ?? ''));
  const read = (name: string): unknown => {
    const schema = resolve(properties[name] ?? {});
    const written = fields.get(name);
    if (typeof written === 'object') return readParameter(written, schema, source, resolve);
    const texts = sent.getAll(name);
    if (typeOf(schema) !== 'array') return readText(texts[0] ?? '', schema);
    return texts.map((text) => readText(text, resolve(schema.items ?? {})));
  };
  // The members of an exploded object have names of their own.
  for (const [name, written] of fields) if (typeof written === 'object') names.add(name);
  const entries = [...names].map((name) => [name, read(name)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
