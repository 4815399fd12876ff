import { parentPort } from 'node:worker_threads';
import { closedDocument } from '../spec/bundle.ts';
import type { Model } from '../spec/model.ts';
import { emitSchema } from './emit-schema.ts';

// The thread that slow-files.ts starts: receives one model and answers with its files.
parentPort?.once('message', (model: Model) => {
  parentPort?.postMessage({ 'schema.ts': emitSchema(closedDocument(model)) });
});
