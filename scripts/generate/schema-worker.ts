import { closedDocument } from '../spec/bundle.ts';
import { answerModel } from './answer-model.ts';
import { emitSchema } from './emit-schema.ts';

answerModel((model) => ({ 'schema.ts': emitSchema(closedDocument(model)) }));
