import type { OpenApiDocument } from '../spec/openapi.ts';
import { emitSchema } from './emit-schema.ts';

process.once('message', (closed: OpenApiDocument) => {
  process.send?.(emitSchema(closed), undefined, undefined, () => process.disconnect());
});
