import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { closedDocument } from '../spec/bundle.ts';
import type { Model } from '../spec/model.ts';
import { emitClient } from './emit-client.ts';
import { emitErrorCodes } from './emit-error-codes.ts';
import { emitSchema } from './emit-schema.ts';
import { FILES_FILE, MODEL_FILE, type SlowFiles } from './slow-files.ts';

process.once('message', (folder: string) => {
  // Sound: the process that started this one wrote it.
  const model = deserialize(readFileSync(join(folder, MODEL_FILE))) as Model;
  const files: SlowFiles = {
    'schema.ts': emitSchema(closedDocument(model)),
    'client.ts': emitClient(model),
    'error-codes.ts': emitErrorCodes(model),
  };
  writeFileSync(join(folder, FILES_FILE), serialize(files));
  process.send?.('done', undefined, undefined, () => process.disconnect());
});
