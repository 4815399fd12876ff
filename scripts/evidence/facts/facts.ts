/** A page's mark of a field: 必需 (true), 可选 (false), or neither (`unmarked`). */
export type RequiredMark = boolean | 'unmarked';

/** The limits that a page may state about a field, by their names in the facts. */
export const LIMITS = [
  'max',
  'min',
  'max_length',
  'min_length',
  'max_items',
  'min_items',
  'item_max_length',
  'item_min_length',
  'max_bytes',
] as const;
export type LimitName = (typeof LIMITS)[number];

/** Where a field that its page does not list is known from (CONTRIBUTING, "Evidence"). */
export const FIELD_EVIDENCE = ['public-code'] as const;

/** One parameter or field as its page describes it. */
export interface FactField extends Readonly<Partial<Record<LimitName, number | bigint>>> {
  readonly name: string;
  /** The type as the page says it: `string`, `array<object>`, `integer|null`, `unknown` … */
  readonly type: string;
  readonly required?: RequiredMark;
  readonly nullable?: boolean;
  /** What shows the field, with all its members, where the page does not list it. */
  readonly evidence?: (typeof FIELD_EVIDENCE)[number];
  readonly about?: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly example?: unknown;
  readonly fields?: readonly FactField[];
}

/** One row of a page's own error table. */
interface FactError {
  readonly code: number;
  readonly zh: string;
  readonly en?: string;
}

/** A request body or an answer: its listed fields, and the printed example (`mock` if it shows no real data). */
export interface FactContent {
  readonly content_type?: string;
  readonly fields?: readonly FactField[];
  readonly example?: unknown;
}

/** What one page of the documentation says, restated as data. */
export interface FactPage {
  readonly category: string;
  readonly slug: string;
  /** The page's id; `unknown` if the page was never captured. */
  readonly page: string;
  readonly title: string;
  readonly kind: 'endpoint' | 'guide' | 'callback';
  readonly method?: string;
  readonly path?: string;
  readonly modified?: string;
  readonly seat?: string;
  readonly status?: string;
  readonly deprecated?: boolean;
  readonly evidence?: string;
  readonly same_path_as?: string;
  readonly summary?: string;
  readonly errors?: readonly FactError[];
  readonly query?: readonly FactField[];
  readonly body?: FactContent;
  readonly response?: FactContent;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly complete: boolean;
  readonly [key: string]: unknown;
}

/** The mark of an endpoint on its page: `deprecated`, or one of the page's states; undefined if it has none. */
export function pageStatusOf({ deprecated, status }: FactPage): string | undefined {
  return deprecated === true ? 'deprecated' : status;
}

/** The mark of an endpoint, or `observed` if only public programs show it. */
export function statusOf(page: FactPage): string | undefined {
  return pageStatusOf(page) ?? (page.evidence === undefined ? undefined : 'observed');
}

/**
 * Whether the facts hold more of a page than its title, method and path. For an endpoint that only public programs show,
 * method and path are enough.
 */
export function hasContent(page: FactPage): boolean {
  if (page.evidence !== undefined) return page.method !== undefined && page.path !== undefined;
  if (page.kind === 'guide') return page.facts !== undefined || page.errors !== undefined;
  return page.query !== undefined || page.body !== undefined || page.response !== undefined;
}
