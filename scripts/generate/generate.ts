import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { listRecordings, readRecordings } from '../evidence/recording.ts';
import type { Diagnostic } from '../kit/diagnostic.ts';
import { parseExactJson } from '../kit/exact-json.ts';
import { fileFingerprint, fingerprint } from '../kit/fingerprint.ts';
import { cacheFolder, openTextCache, type TextCache } from '../kit/text-cache.ts';
import { writeWhole } from '../kit/write-files.ts';
import { assemble } from '../spec/assemble.ts';
import { inChinese } from '../spec/in-chinese.ts';
import { withEveryPath } from '../spec/list-paths.ts';
import { ANY_DISK, listYaml, loadSpec, nameOf } from '../spec/load.ts';
import { buildModel, type Language, type Model } from '../spec/model.ts';
import { listGenerator } from './generator-files.ts';
import { isFileOf, PART_NAMES, type PartName } from './parts.ts';
import { type SlowFilesEmitter, startSlowFilesEmitter } from './slow-files.ts';
import { openRunCache, type RunCache, type SeenFile } from './unchanged.ts';
import { type OutputPlan, planOutputs, writeOutputs } from './write-outputs.ts';

/** What to generate, from what, to where; all paths absolute. */
export interface GenerateOptions {
  readonly root: string;
  readonly out: string;
  /** The folder of this project, which holds the generator and its cache. */
  readonly project: string;
  /** The folder of recorded answers for the sandbox. Default: none. */
  readonly recordings?: string;
  /** The parts of the output to bring up to date. Files of other parts stay as they are. Default: all parts. */
  readonly parts?: ReadonlySet<PartName>;
  /** The language of texts and comments. Default: English. */
  readonly language?: Language;
  /** `check` writes nothing. `check` and `force` ignore the caches of earlier runs, and `force` replaces them. */
  readonly mode: 'write' | 'check' | 'force';
  /** Receives what is odd in the specification and does not keep it from being generated. */
  readonly warn?: (finding: Diagnostic) => void;
}

/** The result of a run. */
export interface Generated {
  readonly text: string;
  readonly stale: readonly string[];
  readonly milliseconds: number;
}

/**
 * Reads the specification and brings the output folder up to date with it.
 * @throws SpecError if the specification has mistakes; nothing is written then.
 */
export async function generate(options: GenerateOptions): Promise<Generated> {
  const started = performance.now();
  const finish = (text: string, stale: readonly string[]): Generated => {
    const milliseconds = Math.round(performance.now() - started);
    return { text: `${text} in ${milliseconds} ms`, stale, milliseconds };
  };
  const inputs = () => [
    options.root,
    ...listYaml(join(dirname(options.root), 'paths')),
    ...(options.recordings === undefined ? [] : listRecordings(options.recordings)),
  ];
  const cache = openRunCache(
    cacheFolder(options.project),
    [options.out, ...(options.parts ?? []), options.language ?? 'en'],
    inputs,
  );
  const unchanged = options.mode === 'write' ? cache.unchanged() : undefined;
  if (unchanged !== undefined) return finish(`${unchanged}: nothing changed, 0 files written`, []);
  const slowFiles = startSlowFilesEmitter();
  try {
    return await regenerate(options, cache, inputs, slowFiles, finish);
  } finally {
    slowFiles.stop();
  }
}

async function regenerate(
  options: GenerateOptions,
  cache: RunCache,
  inputs: () => readonly string[],
  slowFiles: SlowFilesEmitter,
  finish: (text: string, stale: readonly string[]) => Generated,
): Promise<Generated> {
  let spec = loadSpec(options.root, ANY_DISK);
  const root = withEveryPath(spec.root);
  if (root !== spec.root.text) {
    const { name } = spec.root;
    const stale = `stale: ${name} (its paths: lacks a file of paths/); run npm run generate`;
    if (options.mode === 'check') return finish(stale, [name]);
    await addPaths(options.root);
    spec = loadSpec(options.root, ANY_DISK);
  }
  const { warn = () => undefined, parts = new Set(PART_NAMES) } = options;
  const english = buildModel(assemble(spec, { warn }), { warn });
  const model = options.language === 'zh' ? inChinese(english) : english;
  const sources = [...spec.sources.values()];
  const { emitAll } = await import('./emit-all.ts');
  const recordings =
    options.recordings === undefined ? [] : readRecordings(options.recordings, parseExactJson);
  const known = options.mode === 'check' ? undefined : knownTexts(options);
  const files = await emitAll(model, slowFiles, { recordings, known, parts });
  known?.save();
  const plan = planOutputs(options.out, files, (name) => isFileOf(parts, name));
  const summary = summarise(model);
  if (options.mode === 'check')
    return finish(checkText(plan, summary, options.out), [...plan.stale, ...plan.obsolete]);
  writeOutputs(options.out, files, plan);
  cache.remember(
    [
      // Files without their text come first: if a path occurs twice, the text that was read or written counts.
      ...[...spec.missing, ...inputs(), ...listGenerator(options.project)].map((path): SeenFile => [path]),
      ...sources.map(({ path, text }): SeenFile => [path, text]),
      ...[...files].map(([name, text]): SeenFile => [join(options.out, name), text]),
    ],
    summary,
  );
  const removed = plan.obsolete.length === 0 ? '' : `, ${plan.obsolete.length} removed`;
  return finish(`${summary}: ${files.size} files, ${plan.stale.length} written${removed}`, []);
}

/** Adds the missing rows of `paths:` to the root document, as it is once no other command writes. */
async function addPaths(root: string): Promise<void> {
  const { withSpecLock } = await import('../spec/lock-spec.ts');
  await withSpecLock(root, 'generate', async ({ assertHeld }) => {
    const text = withEveryPath(loadSpec(root).root);
    assertHeld();
    writeWhole(root, text);
  });
}

/** The texts that earlier runs of the same generator emitted, to reuse for the same input. */
function knownTexts({ project, mode }: GenerateOptions): TextCache {
  const generator = listGenerator(project).map((path) => [path, fileFingerprint(path) ?? ''] as const);
  const file = join(cacheFolder(project), 'emitted');
  return openTextCache(file, fingerprint(generator), { isFresh: mode === 'force' });
}

function summarise(model: Model): string {
  const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;
  return [
    count(model.operations.length, 'operation'),
    count(Object.keys(model.schemas).length, 'schema'),
    count(Object.keys(model.errors).length, 'error name'),
  ].join(', ');
}

function checkText(plan: OutputPlan, summary: string, out: string): string {
  const folder = nameOf(out);
  const lines = [
    ...plan.stale.map((name) => `stale: ${join(folder, name)}`),
    ...plan.obsolete.map((name) => `obsolete: ${join(folder, name)}`),
  ];
  return lines.length === 0
    ? `${summary}: fresh, checked`
    : `${lines.join('\n')}\n${lines.length} file(s) to regenerate with npm run generate, checked`;
}
