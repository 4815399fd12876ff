import { exactJson } from '../kit/exact-json.ts';
import type { TextCache } from '../kit/text-cache.ts';
import { bundle } from '../spec/bundle.ts';
import type { Model } from '../spec/model.ts';
import { emitCorrections } from './emit-corrections.ts';
import { emitErrorTexts } from './emit-error-texts.ts';
import { emitFunctions } from './emit-functions.ts';
import { emitOperationTypes } from './emit-operation-types.ts';
import { emitOperations } from './emit-operations.ts';
import { emitAnswers, emitSandbox, type RecordedAnswer } from './emit-sandbox.ts';
import { emitValidators } from './emit-validators.ts';
import { emitWebhooks } from './emit-webhooks.ts';
import { emitYaml } from './emit-yaml.ts';
import { formatSources } from './format-sources.ts';
import { HEADER } from './header.ts';
import { emitReference } from './reference/index.ts';
import type { SlowFilesEmitter } from './slow-files.ts';

/**
 * Everything that is generated from a specification: file name below the output folder, and text.
 * @param recordings recorded answers, which the sandbox gives.
 * @param known the validators and parts of the bundle that earlier runs made.
 */
export async function emitAll(
  model: Model,
  slowFiles: SlowFilesEmitter,
  recordings: readonly RecordedAnswer[] = [],
  known?: TextCache,
): Promise<ReadonlyMap<string, string>> {
  const slow = slowFiles.emit(model);
  // Where an emitter of this process fails first, nobody waits for them.
  slow.catch(() => undefined);
  const document = bundle(model);
  const files = new Map<string, string>([
    ['openapi.json', `${exactJson({ 'x-generated': HEADER, ...document }, 1)}\n`],
    ['openapi.yaml', `# ${HEADER}\n${emitYaml(document, known)}`],
    ...emitReference(model),
  ]);
  const sources = new Map<string, string>([
    ['answers.ts', emitAnswers(model, recordings)],
    ['corrections.ts', emitCorrections(model)],
    ['error-texts.ts', emitErrorTexts(model)],
    ...emitFunctions(model),
    ['operation-types.ts', emitOperationTypes(model)],
    ['operations.ts', emitOperations(model)],
    ['sandbox.ts', emitSandbox(model)],
    ['webhooks.ts', emitWebhooks(model)],
    ...emitValidators(model, known),
    ...Object.entries(await slow),
  ]);
  for (const [name, source] of await formatSources(sources)) files.set(name, `// ${HEADER}\n${source}`);
  return files;
}
