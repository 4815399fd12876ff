import { parentPort } from 'node:worker_threads';
import { closedDocument } from '../spec/bundle.ts';
import type { Model } from '../spec/model.ts';
import { emitClient } from './emit-client.ts';
import { emitErrorCodes } from './emit-error-codes.ts';
import { emitSchema } from './emit-schema.ts';
import type { PartName } from './parts.ts';

// The thread that slow-files.ts starts: receives one model and answers with its files.
parentPort?.once('message', ({ model, parts }: Request) => {
  parentPort?.postMessage({
    ...(parts.has('schema') && { 'schema.ts': emitSchema(closedDocument(model)) }),
    ...(parts.has('client') && emitClient(model)),
    ...(parts.has('errors') && { 'error-codes.ts': emitErrorCodes(model) }),
  });
});

interface Request {
  readonly model: Model;
  readonly parts: ReadonlySet<PartName>;
}
