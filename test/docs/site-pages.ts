/** One page of a made-up site of a shop, in Apifox's Markdown. The document is JSON, which is YAML. */
export interface SitePage {
  readonly id: number;
  readonly title: string;
  readonly folder?: string;
  readonly method: string;
  readonly path: string;
  readonly operation?: Readonly<Record<string, unknown>>;
  readonly schemas?: Readonly<Record<string, unknown>>;
  readonly document?: Readonly<Record<string, unknown>>;
}

/** Renders a page as a site serves it. */
export function sitePage({
  id,
  title,
  folder,
  method,
  path,
  operation,
  schemas,
  document,
}: SitePage): string {
  const content = {
    openapi: '3.0.1',
    info: { title: '', version: '1.0.0' },
    paths: {
      [path]: {
        [method]: {
          summary: title,
          responses: answer({}),
          'x-apifox-folder': folder ?? '',
          'x-apifox-status': 'released',
          'x-run-in-apifox': `https://app.apifox.com/web/project/7/apis/api-${id}-run`,
          ...operation,
        },
      },
    },
    components: { schemas: schemas ?? {}, securitySchemes: {} },
    servers: [{ url: 'https://shop.example.com' }],
    ...document,
  };
  const yaml = JSON.stringify(content, null, 2);
  return `# ${title}\n\n## OpenAPI Specification\n\n\`\`\`yaml\n${yaml}\n\`\`\`\n`;
}

/** An answer with JSON. */
export function answer(properties: object, more: object = {}): object {
  return { 200: { description: '', content: json({ type: 'object', properties }, more) } };
}

/** JSON content. */
export function json(schema: object, more: object = {}): object {
  return { 'application/json': { schema, ...more } };
}

const order = {
  type: 'object',
  required: ['id'],
  properties: {
    id: { type: 'integer', format: 'int64' },
    paid_at: { type: 'string', format: 'date-time', nullable: true },
    labels: { type: 'object', additionalProperties: { type: 'integer' } },
    buyer: { $ref: '#/components/schemas/Buyer' },
  },
};
const buyer = {
  oneOf: [
    { type: 'object', required: ['phone'], properties: { phone: { type: 'string' } } },
    { type: 'object', required: ['mail'], properties: { mail: { type: 'string', pattern: '@' } } },
  ],
};
const id = { name: 'id', in: 'path', required: true, schema: { type: 'integer' }, example: 7 };
const schemas = { Order: order, Buyer: buyer };
const orderRef = { $ref: '#/components/schemas/Order' };

/** The site: all methods, all places of parameters, forms and files, models by name, several answers. */
export const SITE: readonly SitePage[] = [
  {
    id: 1,
    title: '订单列表',
    folder: '交易/订单',
    method: 'get',
    path: '/orders',
    operation: {
      parameters: [
        { name: 'page', in: 'query', schema: { type: 'integer', default: 1 }, example: 1 },
        { name: 'X-Shop', in: 'header', required: true, schema: { type: 'string' }, example: 's-1' },
        { name: 'lang', in: 'cookie', schema: { type: 'string', enum: ['zh', 'en'] }, example: 'zh' },
        { name: 'Content-Type', in: 'header', schema: { type: 'string' } },
        { name: 'Authorization', in: 'header', example: 'Bearer {{token}}', schema: { type: 'string' } },
      ],
      requestBody: {
        content: { 'application/x-www-form-urlencoded': { schema: { type: 'object', properties: {} } } },
      },
      responses: {
        200: { description: '', content: json({ type: 'array', items: orderRef }) },
        404: {
          description: '',
          content: json({ type: 'object', properties: { reason: { type: 'string' } } }),
        },
      },
    },
    schemas,
  },
  {
    id: 2,
    title: '新建订单',
    folder: '交易/订单',
    method: 'post',
    path: '/orders',
    operation: {
      parameters: [
        { name: 'Authorization', in: 'header', example: 'Bearer {{token}}', schema: { type: 'string' } },
      ],
      requestBody: {
        content: json(
          {
            type: 'object',
            required: ['sku'],
            properties: { sku: { type: 'string' }, mobile: { type: 'string' } },
          },
          { examples: { 1: { value: { sku: 'a', mobile: '13912345678' } }, 2: { value: { sku: 'b' } } } },
        ),
      },
      responses: { 201: { description: '', content: json(orderRef) } },
    },
    schemas,
  },
  {
    id: 3,
    title: '修改订单',
    folder: '交易/订单',
    method: 'put',
    path: '/orders/{id}',
    operation: {
      parameters: [id, { name: 'Authorization', in: 'header', example: 'Bearer {{token}}' }],
      requestBody: {
        required: false,
        content: json(
          { type: 'object', properties: { note: { type: 'string' } } },
          { example: '{"note": "n"}' },
        ),
      },
      responses: answer({ ok: { type: 'boolean' } }),
    },
  },
  {
    id: 4,
    title: '删除订单',
    folder: '交易/订单',
    method: 'delete',
    path: '/orders/{id}',
    operation: { parameters: [id], responses: { 204: { description: '' } } },
  },
  {
    id: 5,
    title: '上传图片',
    folder: '素材/图片',
    method: 'post',
    path: '/images:upload',
    operation: {
      requestBody: {
        content: {
          'multipart/form-data': {
            schema: {
              type: 'object',
              required: ['file'],
              properties: { file: { type: 'string', format: 'binary' }, name: { type: 'string' } },
            },
          },
        },
      },
    },
  },
  {
    id: 6,
    title: '上传图片(旧)',
    folder: '素材/图片',
    method: 'post',
    path: '/images:upload',
  },
];
