import { type Compared, isExplained } from '../evidence/compare/compared.ts';
import type { Context } from '../evidence/compare/context.ts';
import { readGlossary } from './texts/glossary.ts';
import { textsOf } from './texts/texts.ts';

/** How much of the documentation is curated and compared. */
export interface Summary {
  /** Pages in the ledger. */
  readonly pages: number;
  readonly operations: number;
  /** Distinct fields and parameters that were compared with a page. */
  readonly fields: number;
  /** Compared aspects of these fields: type, required, values and so on. */
  readonly compared: number;
  readonly differences: number;
  /** Differences that a correction or an omission explains. */
  readonly explained: number;
  readonly corrections: number;
  readonly omissions: number;
  /** Names in `error-codes.yaml`. */
  readonly errors: number;
  /** Texts for people to read, those in both languages, and the terms of the glossary. */
  readonly texts: number;
  readonly bilingual: number;
  readonly terms: number;
}

/** Counts what a check has compared. */
export function summarize({ spec, ledger, operations, compared, reasoned, assembled }: Context): Summary {
  const differences = compared.filter(({ agrees }) => !agrees);
  const texts = textsOf(spec);
  return {
    pages: ledger.rows.length,
    operations: operations.length,
    fields: new Set(compared.map(fieldOf)).size,
    compared: compared.length,
    differences: differences.length,
    explained: differences.filter(isExplained).length,
    corrections: reasoned.corrections.length,
    omissions: reasoned.omissions.length,
    errors: Object.keys(assembled.errors).length,
    texts: texts.length,
    bilingual: texts.filter(({ zh }) => zh !== undefined).length,
    terms: readGlossary(spec)?.length ?? 0,
  };
}

function fieldOf({ url, where }: Compared): string {
  return `${url} ${where}`;
}
