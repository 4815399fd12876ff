import { stringify } from 'yaml';
import type { FactField } from '../../scripts/evidence/facts/facts.ts';
import { exactJson } from '../../scripts/kit/exact-json.ts';

/** A page made up by a test: every form is rendered from it, and reading a form must return it. */
export interface MadePage {
  readonly id: string;
  readonly title: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly licence?: string;
  /** Apifox's name for the page's state in documents; a released page shows none. */
  readonly status?: keyof typeof STATUS_MARKS;
  readonly errors: readonly { readonly code: number; readonly zh: string }[];
  readonly query: readonly FactField[];
  readonly body?: MadeContent;
  readonly response: MadeContent;
}

/** A body or an answer of a page. */
export interface MadeContent {
  readonly fields: readonly FactField[];
  readonly example: unknown;
}

const STATUS_MARKS = {
  designing: '设计中',
  developing: '开发中',
  testing: '测试中',
  deprecated: '已废弃',
} as const;

const TYPES = (type: string): string => type.replaceAll('<', '[').replaceAll('>', ']');

/** Renders a page as copied from the browser: navigation, the page, its fields in a flat list. */
export function renderText(page: MadePage): string {
  const { title, method, path, licence, errors, query, body, response } = page;
  const table =
    errors.length > 0
      ? ['错误码 | 说明 |', '---|---|', ...errors.map(({ code, zh }) => `${code} | ${zh} |`)]
      : [];
  return [
    '开始使用',
    '某某管理',
    title,
    ...(page.status ? [STATUS_MARKS[page.status]] : []),
    method,
    path,
    ...table,
    ...(licence ? [`调用此接口需购买${licence}席位。 |`] : []),
    '请求参数',
    'Query 参数',
    ...query.flatMap(fieldLines),
    'access_token',
    'string',
    '调用接口凭证',
    '默认值:',
    '{{access_token}}',
    ...(body ? ['Body 参数application/json', ...flatLines(body.fields), '示例', json(body.example)] : []),
    '示例代码',
    'Shell',
    '请求示例请求示例',
    `curl --location --request ${method} 'https://api.example.com${path}'`,
    '返回响应',
    '🟢200成功',
    'application/json',
    'Body',
    ...flatLines(response.fields),
    '示例',
    json(response.example),
    '修改于 2024-03-05 07:16:27',
  ].join('\n');
}

function flatLines(fields: readonly FactField[]): string[] {
  return fields.flatMap((field) => [...fieldLines(field), ...flatLines(field.fields ?? [])]);
}

function fieldLines(field: FactField): string[] {
  const { name, type, required, about, enum: values } = field;
  return [
    name,
    // Sites show nothing for a parameter without a type.
    ...(type === 'unknown' ? [] : [TYPES(type)]),
    ...(required === true ? ['必需'] : []),
    ...(about ? [about] : []),
    ...limitLine(field.min, field.max, ''),
    ...limitLine(field.min_length, field.max_length, ' 字符'),
    ...limitLine(field.min_items, field.max_items, ' 个元素'),
    ...(values ? ['枚举值:', ...values.map(String)] : []),
    ...(field.default !== undefined ? ['默认值:', String(field.default)] : []),
    ...(field.example !== undefined ? ['示例值:', String(field.example)] : []),
  ];
}

function limitLine(
  min: number | bigint | undefined,
  max: number | bigint | undefined,
  unit: string,
): string[] {
  const limits = [min === undefined ? '' : `>= ${min}${unit}`, max === undefined ? '' : `<= ${max}${unit}`];
  const line = limits.join('');
  return line === '' ? [] : [line];
}

/** Examples copied from Apifox have no indentation. */
function json(value: unknown): string {
  return exactJson(value, 2).replace(/^ +/gm, '');
}

/** Renders a page as an OpenAPI document, as Apifox exports it. */
export function renderOpenApi(page: MadePage): object {
  const { id, title, method, path, licence, errors, query, body, response } = page;
  const description = [
    '错误码 | 说明',
    '---|---',
    ...errors.map(({ code, zh }) => `${code} | ${zh}`),
    ...(licence ? ['', `调用此接口需购买${licence}席位。`] : []),
  ].join('\n');
  const token = {
    name: 'access_token',
    in: 'query',
    required: false,
    example: '{{access_token}}',
    schema: { type: 'string' },
  };
  return {
    openapi: '3.0.1',
    info: { title: 'made up', version: '1.0.0' },
    paths: {
      [path]: {
        [method.toLowerCase()]: {
          summary: title,
          'x-apifox-folder': '某某管理',
          'x-apifox-status': page.status ?? 'released',
          'x-run-in-apifox': `https://app.apifox.com/web/project/1/apis/${id}-run`,
          description,
          parameters: [
            ...query.map((field) => {
              const { description: about, example, ...schema } = schemaOf(field);
              return {
                name: field.name,
                in: 'query',
                ...(about !== undefined && { description: about }),
                required: field.required === true,
                ...(example !== undefined && { example }),
                schema,
              };
            }),
            token,
          ],
          ...(body && {
            requestBody: {
              content: { 'application/json': { schema: objectOf(body.fields), example: body.example } },
            },
          }),
          responses: {
            '200': {
              description: '成功',
              content: {
                'application/json': { schema: objectOf(response.fields), example: response.example },
              },
            },
          },
        },
      },
    },
    components: { schemas: {} },
  };
}

/** Renders a page as Apifox serves it at `/api-<id>.md`. */
export function renderMarkdown(page: MadePage): string {
  return `# ${page.title}\n\n## OpenAPI Specification\n\n\`\`\`yaml\n${stringify(renderOpenApi(page))}\`\`\`\n`;
}

type Schema = Readonly<Record<string, unknown>>;

function objectOf(fields: readonly FactField[]): Schema {
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.name, schemaOf(field)])),
    required: fields.filter(({ required }) => required === true).map(({ name }) => name),
    'x-apifox-orders': fields.map(({ name }) => name),
  };
}

function schemaOf(field: FactField): Schema {
  const { about, enum: values, default: preset, example, min, max } = field;
  return {
    ...typeSchema(field.type, field.fields),
    ...(about !== undefined && { description: about }),
    ...(values && { enum: values }),
    ...(preset !== undefined && { default: preset }),
    ...(example !== undefined && { example }),
    ...(min !== undefined && { minimum: min }),
    ...(max !== undefined && { maximum: max }),
    ...(field.min_length !== undefined && { minLength: field.min_length }),
    ...(field.max_length !== undefined && { maxLength: field.max_length }),
    ...(field.min_items !== undefined && { minItems: field.min_items }),
    ...(field.max_items !== undefined && { maxItems: field.max_items }),
  };
}

function typeSchema(type: string, fields: readonly FactField[] | undefined): Schema {
  const item = /^array<(.+)>$/.exec(type)?.[1];
  if (item !== undefined) return { type: 'array', items: typeSchema(item, fields) };
  if (type === 'unknown') return {};
  return type === 'object' ? objectOf(fields ?? []) : { type };
}
