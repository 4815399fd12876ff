/** Facts: what other folders may use of them. The commands are the entry point's alone. */
export { documentedType, parseDocType, printDocType, typesAgree } from './doc-type.ts';
export {
  contentFields,
  exampleParents,
  inferFields,
  type Parents,
  parentsBelow,
  requiredByEvidence,
} from './example-evidence.ts';
export {
  type FactContent,
  type FactField,
  type FactPage,
  LIMITS,
  type LimitName,
  statusOf,
} from './facts.ts';
export { type Heading, readHeadings } from './headings.ts';
export { fileOfUrl } from './import.ts';
export { type Ledger, readLedger, rowKey } from './ledger.ts';
export { type Facts, readDocs } from './read-facts.ts';
export { basePathOf, docsFolder, envelopeFields } from './root.ts';
export { LIMIT_KEYWORDS } from './scaffold-schema.ts';
