import { existsSync } from 'node:fs';
import { type Context, readContext } from '../evidence/compare/context.ts';
import { type Recording, readRecordings } from '../evidence/recording.ts';
import { parseExactJson } from '../kit/exact-json.ts';
import { buildModel, type Model } from '../spec/model.ts';
import type { Outcome } from './outcome.ts';
import { isDrift } from './shape/drift.ts';
import { findDrift } from './shape/find-drift.ts';
import { printShapes, shapeData } from './shape/print-shape.ts';

/** Options of {@link runShape}. */
export interface ShapeOptions {
  readonly recordings: string;
  readonly spec: string;
  /** Whether to list documented fields that were never seen. */
  readonly all: boolean;
}

/** The specification in the forms that a comparison needs. */
export interface ReadSpecification {
  readonly context: Context;
  readonly model: Model;
}

/**
 * Reads the specification in a folder.
 * @throws SpecError if the specification is not valid.
 */
export function readSpecification(folder: string): ReadSpecification {
  const context = readContext(folder);
  return { context, model: buildModel(context.assembled) };
}

/**
 * Merges the recordings of a folder and the unwritten ones, and compares them with the specification.
 * @throws SpecError if the specification is not valid.
 */
export function runShape(
  options: ShapeOptions,
  read: ReadSpecification,
  unwritten: readonly Recording[] = [],
): Outcome {
  const files = new Map(unwritten.map((recording) => [recording.file, recording]));
  const written = existsSync(options.recordings) ? readRecordings(options.recordings, parseExactJson) : [];
  for (const recording of written) files.set(recording.file, recording);
  const operations = findDrift(read.context, read.model, [...files.values()]);
  return {
    text: printShapes(operations, options.all),
    data: shapeData(operations),
    isClean: !operations.some(({ drift }) => drift.some(isDrift)),
  };
}
