import { exactJson } from '../kit/exact-json.ts';
import type { TextCache } from '../kit/text-cache.ts';
import { bundle } from '../spec/bundle.ts';
import { inChinese, isBilingual } from '../spec/in-chinese.ts';
import type { Model } from '../spec/model.ts';
import { typedModel } from '../spec/typed-model.ts';
import { emitCorrections } from './emit-corrections.ts';
import { emitErrorList } from './emit-error-list.ts';
import { emitErrorTexts } from './emit-error-texts.ts';
import { emitFunctions } from './emit-functions.ts';
import { emitOperationTypes } from './emit-operation-types.ts';
import { emitOperations } from './emit-operations.ts';
import { emitProfile } from './emit-profile.ts';
import { emitAnswers, emitSandbox } from './emit-sandbox.ts';
import { emitValidators } from './emit-validators.ts';
import { emitVectors } from './emit-vectors.ts';
import { emitWebhooks } from './emit-webhooks.ts';
import { emitYaml } from './emit-yaml.ts';
import { formatSources } from './format-sources.ts';
import { HEADER } from './header.ts';
import { openApi30 } from './openapi-30/document-30.ts';
import { PART_NAMES, type PartName } from './parts.ts';
import { postmanCollection } from './postman/collection.ts';
import { postmanEnvironments } from './postman/environments.ts';
import type { RecordedAnswer } from './recorded-answer.ts';
import type { SlowFilesEmitter } from './slow-files.ts';

/** What to emit, besides the model. */
interface EmitOptions {
  /** Recorded answers for the sandbox. */
  readonly recordings?: readonly RecordedAnswer[];
  /** The validators and parts of the bundle that earlier runs generated. */
  readonly known?: TextCache | undefined;
  /** The parts of the output; all of them by default. */
  readonly parts?: ReadonlySet<PartName>;
}

/** Generates the chosen parts from a specification. Returns the text of each file by its name in the output folder. */
export async function emitAll(
  model: Model,
  slowFiles: SlowFilesEmitter,
  { recordings = [], known, parts = new Set(PART_NAMES) }: EmitOptions = {},
): Promise<ReadonlyMap<string, string>> {
  const typed = typedModel(model);
  const slow = slowFiles.emit(typed, parts);
  // If an emitter on this thread fails first, nothing awaits this promise.
  slow.catch(() => undefined);
  const isTranslated = (parts.has('document') || parts.has('postman')) && isBilingual(model);
  const translated = isTranslated ? inChinese(model) : model;
  const files = new Map<string, string>([
    ...(parts.has('document') ? documents(model, translated, known) : []),
    ...(parts.has('postman') ? postman(model, translated, recordings) : []),
    ...(parts.has('errors') ? [['error-codes.json', jsonText(emitErrorList(model))] as const] : []),
    ...(parts.has('vectors') ? emitVectors(model) : []),
  ]);
  const sources = new Map(
    [...parts].flatMap((part) => [...(SOURCES[part]?.(typed, recordings, known) ?? [])]),
  );
  // The thread takes longer, so the files of this one are laid out meanwhile.
  const formatted = await Promise.all([
    formatSources(sources),
    slow.then((texts) => formatSources(new Map(Object.entries(texts)))),
  ]);
  for (const [name, source] of formatted.flatMap((some) => [...some]))
    files.set(name, `// ${HEADER}\n${source}`);
  return files;
}

/** The Chinese document is always there, so that `weiban --lang zh` finds one; without Chinese texts it is the English one. */
function documents(
  model: Model,
  translated: Model,
  known: TextCache | undefined,
): Iterable<readonly [string, string]> {
  const document = bundle(model);
  const chinese = translated === model ? document : bundle(translated);
  const older = openApi30(model, document);
  return [
    ['openapi.json', jsonText(document)],
    ['openapi.yaml', `# ${HEADER}\n${emitYaml(document, known)}`],
    ['openapi.zh.json', jsonText(chinese)],
    ['openapi-3.0.json', jsonText(older)],
    ['openapi-3.0.yaml', `# ${HEADER}\n${emitYaml(older, known)}`],
    ['openapi-3.0.zh.json', jsonText(openApi30(translated, chinese))],
  ];
}

/** Collections in both languages, as for the documents, and environments whose names are Chinese where the texts are. */
function postman(
  model: Model,
  translated: Model,
  recordings: readonly RecordedAnswer[],
): Iterable<readonly [string, string]> {
  const { sandbox, production } = postmanEnvironments(translated);
  return [
    ['postman-collection.json', jsonText(postmanCollection(model, recordings))],
    ['postman-collection.zh.json', jsonText(postmanCollection(translated, recordings))],
    ['postman-environment-sandbox.json', jsonText(sandbox)],
    ['postman-environment-production.json', jsonText(production)],
  ];
}

function jsonText(document: object): string {
  return `${exactJson({ 'x-generated': HEADER, ...document }, 1)}\n`;
}

type Emit = (
  model: Model,
  recordings: readonly RecordedAnswer[],
  known: TextCache | undefined,
) => Iterable<readonly [string, string]>;

/** The TypeScript that is emitted on this thread, by part. */
const SOURCES: Readonly<Partial<Record<PartName, Emit>>> = {
  client: (model) => [
    ...emitFunctions(model),
    ['operation-types.ts', emitOperationTypes(model)],
    ['operations.ts', emitOperations(model)],
    ['profile.ts', emitProfile(model)],
  ],
  corrections: (model) => [['corrections.ts', emitCorrections(model)]],
  errors: (model) => [['error-texts.ts', emitErrorTexts(model)]],
  sandbox: (model, recordings) => [
    ['answers.ts', emitAnswers(model, recordings)],
    ['sandbox.ts', emitSandbox(model)],
  ],
  validators: (model, _, known) => emitValidators(model, known),
  webhooks: (model) => [['webhooks.ts', emitWebhooks(model)]],
};
