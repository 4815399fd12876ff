import type { Rule } from './rule.ts';
import { argumentNames } from './rules/argument-names.ts';
import { argumentsHaveExamples } from './rules/arguments-have-examples.ts';
import { batchesHold } from './rules/batches.ts';
import { bundleLint } from './rules/bundle-lint.ts';
import { correctionsHold } from './rules/corrections-hold.ts';
import { cutNeeded } from './rules/cut-needed.ts';
import { errorNames } from './rules/error-names.ts';
import { errorDocumented, errorExists, errorUsed } from './rules/errors.ts';
import { evidenceHolds } from './rules/evidence-holds.ts';
import { factsAgree } from './rules/facts-agree.ts';
import { filtersHold } from './rules/filters.ts';
import { ledger } from './rules/ledger.ts';
import { operationFields } from './rules/operation-fields.ts';
import { operationId } from './rules/operation-id.ts';
import { pageAgrees } from './rules/page-agrees.ts';
import { pathFile } from './rules/path-file.ts';
import { reasonsGiven, reasonsUsed } from './rules/reasons-used.ts';
import { enumInRequests, requiredExists, schemaUsed, unknownSaysSo } from './rules/schemas.ts';
import { termsHold, textsCompared, textsInBoth } from './rules/texts.ts';

/** The rules that need only the context. A new rule is a row here and a file in `rules/`. */
export const QUICK_RULES: readonly Rule[] = [
  pathFile,
  operationId,
  operationFields,
  pageAgrees,
  argumentNames,
  argumentsHaveExamples,
  batchesHold,
  filtersHold,
  errorExists,
  errorUsed,
  errorDocumented,
  errorNames,
  factsAgree,
  correctionsHold,
  evidenceHolds,
  cutNeeded,
  reasonsGiven,
  reasonsUsed,
  unknownSaysSo,
  requiredExists,
  schemaUsed,
  enumInRequests,
  ledger,
  textsInBoth,
  textsCompared,
  termsHold,
];

/** Every rule of `npm run check`. Redocly's lint takes as long as all the others together. */
export const RULES: readonly Rule[] = [...QUICK_RULES, bundleLint];
