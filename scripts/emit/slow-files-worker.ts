import { stringify } from 'yaml';
import { bundle, closedDocument } from '../spec/bundle.ts';
import type { Model } from '../spec/model.ts';
import { emitClient } from './emit-client.ts';
import { emitErrorCodes } from './emit-error-codes.ts';
import { emitSchema } from './emit-schema.ts';
import type { SlowFiles } from './slow-files.ts';

process.once('message', (model: Model) => {
  const files: SlowFiles = {
    'schema.ts': emitSchema(closedDocument(model)),
    'client.ts': emitClient(model),
    'error-codes.ts': emitErrorCodes(model),
    'openapi.yaml': stringify(bundle(model), { aliasDuplicateObjects: false, lineWidth: 0 }),
  };
  process.send?.(files, undefined, undefined, () => process.disconnect());
});
