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

/** What a field or a body holds, as its page describes it. Of a list, the keys below `type` describe the innermost items. */
export interface FactShape extends Readonly<Partial<Record<LimitName, number | bigint>>> {
  /** The type as the page says it: `string`, `array<object>`, `integer|null`, `unknown` … */
  readonly type: string;
  /** The format of a text or a number: `date-time`, `int64`, `binary` for the bytes of a file. */
  readonly format?: string;
  readonly pattern?: string;
  readonly about?: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly example?: unknown;
  readonly fields?: readonly FactField[];
  /** What members with any other name hold. */
  readonly values?: FactShape;
  /** The shapes of which exactly one, or at least one, applies. `fields` then lists the members of all of them. */
  readonly one_of?: readonly FactShape[];
  readonly any_of?: readonly FactShape[];
}

/** One parameter or field as its page describes it. */
export interface FactField extends FactShape {
  readonly name: string;
  readonly required?: RequiredMark;
  readonly nullable?: boolean;
  readonly deprecated?: boolean;
  /** What shows the field, with all its members, where the page does not list it. */
  readonly evidence?: (typeof FIELD_EVIDENCE)[number];
}

/** One row of a page's own error table. */
interface FactError {
  readonly code: number;
  readonly zh: string;
  readonly en?: string;
}

/**
 * A request body or an answer: its listed fields, and the printed example (`mock` if it shows no real data). Without a type it is an
 * object.
 */
export interface FactContent extends Partial<FactShape> {
  readonly content_type?: string;
  /** Further media types in which the page offers the same content. */
  readonly other_types?: readonly string[];
  /** False if the page says that a request may be sent without the body. */
  readonly required?: boolean;
  /** Further examples. */
  readonly examples?: readonly unknown[];
}

/** The places of a request where a parameter can be, with the key of a page that lists those parameters. */
export const PARAMETER_KEYS = {
  path: 'path_parameters',
  query: 'query',
  header: 'headers',
  cookie: 'cookies',
} as const;
export type ParameterPlace = keyof typeof PARAMETER_KEYS;
/** The same as a list, in the order in which pages show them. */
export const PARAMETER_PLACES = Object.keys(PARAMETER_KEYS) as readonly ParameterPlace[];

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
  readonly path_parameters?: readonly FactField[];
  readonly query?: readonly FactField[];
  readonly headers?: readonly FactField[];
  readonly cookies?: readonly FactField[];
  readonly body?: FactContent;
  readonly response?: FactContent;
  /** The HTTP status of `response`, if it is not 200. */
  readonly response_status?: string;
  /** The other answers that the page shows, by HTTP status. */
  readonly other_responses?: Readonly<Record<string, FactContent>>;
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
  const parts = [...Object.values(PARAMETER_KEYS), 'body', 'response', 'other_responses'] as const;
  return parts.some((part) => page[part] !== undefined);
}
