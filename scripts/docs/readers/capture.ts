import type { FactPage, ParameterPlace } from '../../evidence/facts/facts.ts';
import type { CapturedField, CapturedShape } from './captured-field.ts';
import type { FlatField } from './flat-fields.ts';

/** A request body or an answer as a page shows it. */
export interface CapturedContent extends Partial<CapturedShape> {
  readonly contentType?: string;
  /** Further media types in which the page offers the same content. */
  readonly otherTypes?: readonly string[];
  /** False if the page says that a request may be sent without the body. */
  readonly required?: boolean;
  readonly fields: readonly CapturedField[];
  /** The fields as the page lists them, if their nesting is uncertain. `fields` is then empty. */
  readonly flat?: readonly FlatField[];
  readonly example?: unknown;
  /** Further examples. */
  readonly examples?: readonly unknown[];
}

/** A parameter that carries the caller's credentials. It belongs to every call, and facts do not list it. */
export interface Credential {
  readonly in: ParameterPlace;
  readonly name: string;
  /** The word before the credentials that the page shows, such as `Bearer`, in lower case. */
  readonly scheme?: string;
}

/** One page of the documentation, read from a capture in any form. */
export interface Capture {
  /** The name of the source for messages: a file, or standard input. */
  readonly from: string;
  /** The page's id, `api-…`, if this form of the page shows it. */
  readonly page?: string;
  readonly title: string;
  /** The headings above the page, separated by `/`, if this form of the page shows them. */
  readonly folder?: string;
  readonly method: string;
  readonly path: string;
  /** The vendor's word for the licence that a call needs, such as 销售; undefined if the page names none. */
  readonly licence?: string;
  /**
   * The endpoint's state in the notation of the facts, or `released` or `deprecated`; undefined if the
   * capture shows none.
   */
  readonly status?: string | undefined;
  readonly modified?: string;
  readonly errors: readonly { readonly code: number; readonly zh: string }[];
  readonly query: readonly CapturedField[];
  /** The parameters in other places than the query; none if the page lists none. */
  readonly parameters?: Readonly<Partial<Record<Exclude<ParameterPlace, 'query'>, readonly CapturedField[]>>>;
  readonly credentials?: readonly Credential[];
  readonly body?: CapturedContent;
  readonly response?: CapturedContent;
  /** The HTTP status of `response`, if the page shows another one than 200. */
  readonly responseStatus?: string;
  /** The other answers that the page shows, by HTTP status. */
  readonly otherResponses?: Readonly<Record<string, CapturedContent>>;
  /** The addresses of the servers, and how calls prove who makes them, as the document around the page states them. */
  readonly servers?: readonly string[];
  readonly securitySchemes?: Readonly<Record<string, unknown>>;
  /** The ways to make a call by the names of the schemes that each needs together. */
  readonly security?: readonly (readonly string[])[];
  /** What the capture leaves out. Nothing there counts as removed. */
  readonly missing: readonly string[];
  /** What the page shows and the reader does not take over, one phrase each. */
  readonly ignored?: readonly string[];
  /** The facts that the capture was read from. What they say in our own words may be taken over. */
  readonly sheet?: FactPage;
}

/** The parameters of a captured page in one place of a request. */
export function parametersIn(
  { query, parameters }: Capture,
  place: ParameterPlace,
): readonly CapturedField[] {
  return place === 'query' ? query : (parameters?.[place] ?? []);
}
