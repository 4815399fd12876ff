import { answerModel } from './answer-model.ts';
import { emitClient } from './emit-client.ts';
import { emitErrorCodes } from './emit-error-codes.ts';

answerModel((model) => ({ ...emitClient(model), 'error-codes.ts': emitErrorCodes(model) }));
