import type { LimitName } from './facts.ts';

/** The JSON Schema keyword of each documented limit; those of items stand on `items`. */
export const LIMIT_KEYWORDS: Readonly<
  Record<LimitName, { readonly keyword: string; readonly onItems: boolean }>
> = {
  max: { keyword: 'maximum', onItems: false },
  min: { keyword: 'minimum', onItems: false },
  max_length: { keyword: 'maxLength', onItems: false },
  min_length: { keyword: 'minLength', onItems: false },
  max_items: { keyword: 'maxItems', onItems: false },
  min_items: { keyword: 'minItems', onItems: false },
  item_max_length: { keyword: 'maxLength', onItems: true },
  item_min_length: { keyword: 'minLength', onItems: true },
  max_bytes: { keyword: 'x-max-bytes', onItems: false },
};
