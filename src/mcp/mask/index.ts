// Personal data in answers is replaced by pseudonyms, and pseudonyms in arguments by what they stand for.
export { createMasker, type Masker } from './create-masker.ts';
export type { MaskKind } from './fields.ts';
