import { exactJson } from '../kit/exact-json.ts';
import type { TextCache } from '../kit/text-cache.ts';
import { bundle } from '../spec/bundle.ts';
import type { Model } from '../spec/model.ts';
import { emitCorrections } from './emit-corrections.ts';
import { emitErrorTexts } from './emit-error-texts.ts';
import { emitFunctions } from './emit-functions.ts';
import { emitOperationTypes } from './emit-operation-types.ts';
import { emitOperations } from './emit-operations.ts';
import { emitRequests } from './emit-requests.ts';
import { emitAnswers, emitSandbox, type RecordedAnswer } from './emit-sandbox.ts';
import { emitValidators } from './emit-validators.ts';
import { emitWebhooks } from './emit-webhooks.ts';
import { emitYaml } from './emit-yaml.ts';
import { formatSources } from './format-sources.ts';
import { HEADER } from './header.ts';
import { emitReference } from './reference/index.ts';
import type { SlowFilesEmitter } from './slow-files.ts';

/**
 * Generates everything from a specification. Returns the text of each file by its name in the output folder.
 * @param recordings recorded answers for the sandbox.
 * @param known the validators and parts of the bundle that earlier runs generated.
 */
export async function emitAll(
  model: Model,
  slowFiles: SlowFilesEmitter,
  recordings: readonly RecordedAnswer[] = [],
  known?: TextCache,
): Promise<ReadonlyMap<string, string>> {
  const slow = slowFiles.emit(model);
  // If an emitter on this thread fails first, nothing awaits this promise.
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
    ...emitRequests(model),
    ['sandbox.ts', emitSandbox(model)],
    ['webhooks.ts', emitWebhooks(model)],
    ...emitValidators(model, known),
  ]);
  // The thread takes longer, so the files of this one are laid out meanwhile.
  const formatted = await Promise.all([
    formatSources(sources),
    slow.then((texts) => formatSources(new Map(Object.entries(texts)))),
  ]);
  for (const [name, source] of formatted.flatMap((some) => [...some]))
    files.set(name, `// ${HEADER}\n${source}`);
  return files;
}
