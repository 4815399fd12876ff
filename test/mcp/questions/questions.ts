import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { listOperations } from '../../../src/catalogue/index.ts';

/** A question of an operator, of questions.yaml, whose head says how it was written. */
export interface Question {
  readonly id: string;
  readonly question: string;
  /** What an agent would type into a search field. */
  readonly words: string;
  /** The methods that answer it, the best first. */
  readonly operations: readonly string[];
}

const methods = new Map(listOperations().map(({ path, name }) => [path, name]));

/** The thirty questions. Throws if one of them names a path that the specification does not have. */
export function readQuestions(): readonly Question[] {
  // The file is ours, and its form is that of its head.
  const rows: Question[] = parse(readFileSync(new URL('questions.yaml', import.meta.url), 'utf8'));
  return rows.map((row) => ({ ...row, operations: row.operations.map(methodOf) }));
}

function methodOf(path: string): string {
  const name = methods.get(path);
  if (name === undefined) throw new Error(`questions.yaml: the specification has no ${path}`);
  return name;
}
