import { type Model, type Operation, resolve } from '../spec/model.ts';
import { isObject, type Parameter } from '../spec/openapi.ts';
import { type ArgumentParameter, type ArgumentPlan, isJsonParameter, parameterSchema } from './arguments.ts';

const PLACES = { path: 'p', query: 'q', header: 'h', cookie: 'c', querystring: 's' } as const;

/** The letter of each style, by place; the default first. */
const STYLES = {
  path: { simple: 'n', label: 'l', matrix: 'm' },
  query: { form: 'f', spaceDelimited: 's', pipeDelimited: 'i', deepObject: 'd' },
  header: { simple: 'n' },
  cookie: { form: 'f', cookie: 'k' },
  querystring: { form: 'f' },
} as const;

/**
 * The token `r=` of a row, for an operation that has more than a plain query, plain path parameters and a JSON body. Its
 * sections are separated by `;`:
 *
 * - The parameters, separated by `,`: the argument; a letter for the place, a letter for the style, `*` for `explode`
 *   and `+` for `allowReserved`; and the name of the parameter unless the argument has the same. Parts are separated by `:`.
 * - The media type of the body; `?` after it if a call may leave the body out. Empty for `application/json`.
 * - The fields of a form that an Encoding Object describes: the name, and a media type, or `~` and how a query parameter
 *   is written.
 *
 * All names and media types are URI-encoded. `src/base/request-plan.ts` reads it.
 */
export function requestToken(
  model: Model,
  operation: Operation,
  { parameters, bodyFields, wholeBody }: ArgumentPlan,
): string | undefined {
  const hasBody = bodyFields !== undefined || wholeBody !== undefined;
  const media = hasBody ? bodySections(operation) : [];
  const isPlain = media.length === 0 && parameters.every((parameter) => isPlainParameter(model, parameter));
  if (isPlain) return undefined;
  return `r=${[parameters.map(parameterText).join(','), ...media].join(';')}`;
}

function bodySections({ body, object }: Operation): string[] {
  if (body === undefined) return [];
  const encoding = object.requestBody?.content?.[body.declaredType]?.encoding;
  const fields = Object.entries(isObject(encoding) ? encoding : {}).flatMap(([name, how]) => {
    const text = isObject(how) ? encodingText(how) : undefined;
    return text === undefined ? [] : [`${encodeURIComponent(name)}:${text}`];
  });
  const isUsual = body.mediaType === 'application/json' && body.required;
  if (isUsual) return [];
  const mediaType = `${encodeURIComponent(body.mediaType)}${body.required ? '' : '?'}`;
  return fields.length === 0 ? [mediaType] : [mediaType, fields.join(',')];
}

/** An Encoding Object. A style, if it is written, counts more than a media type. */
function encodingText({ contentType, style, explode, allowReserved }: Readonly<Record<string, unknown>>) {
  if (style !== undefined || explode !== undefined || allowReserved !== undefined) {
    const flags = { in: 'query', name: '', style, explode, allowReserved } as Parameter;
    return `~${styleText(flags).slice(1)}`;
  }
  return typeof contentType === 'string' ? encodeURIComponent(contentType) : undefined;
}

function parameterText(parameter: ArgumentParameter): string {
  const { key, name } = parameter;
  const parts = [encodeURIComponent(key), styleText(parameter)];
  return (key === name ? parts : [...parts, encodeURIComponent(name)]).join(':');
}

/** A parameter's place, style and flags. */
function styleText(parameter: Parameter): string {
  const { in: place, content, style, explode, allowReserved } = parameter;
  const letters: Readonly<Record<string, string>> = STYLES[place];
  const usual = Object.keys(letters)[0] ?? '';
  const own = typeof style === 'string' && style in letters ? style : usual;
  const isExploded = typeof explode === 'boolean' ? explode : /^(form|cookie)$/.test(own);
  const flags = `${isExploded ? '*' : ''}${allowReserved === true ? '+' : ''}`;
  if (content === undefined) return `${PLACES[place]}${letters[own]}${flags}`;
  if (isJsonParameter(parameter)) return `${PLACES[place]}j`;
  return place === 'querystring' && /urlencoded/.test(Object.keys(content)[0] ?? '')
    ? 'sf*'
    : `${PLACES[place]}t`;
}

/** Whether a parameter is written as `name=text`, as JSON text in the query, or as a text in the path. */
function isPlainParameter(model: Model, parameter: ArgumentParameter): boolean {
  const { key, name, in: place } = parameter;
  if (key !== name) return false;
  const text = styleText(parameter);
  if (place === 'path') return text === 'pn' && isScalar(model, parameterSchema(parameter));
  if (text === 'qj') return true;
  const schema = resolve(model.document, parameterSchema(parameter));
  const { items } = schema;
  const isList = [schema.type].flat().includes('array');
  return text === 'qf*' && isScalar(model, isList && typeof items === 'object' ? items : schema);
}

/** Whether a value can be no list and no object. */
function isScalar(model: Model, given: Parameter['schema']): boolean {
  const { type, enum: values } = resolve(model.document, given ?? {});
  if (Array.isArray(values)) return values.every((value) => typeof value !== 'object' || value === null);
  const types = type === undefined ? [] : [type].flat();
  return types.length > 0 && !types.includes('object') && !types.includes('array');
}
