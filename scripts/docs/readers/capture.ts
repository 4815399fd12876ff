import type { FactPage } from '../../evidence/facts/facts.ts';
import type { CapturedField } from './captured-field.ts';
import type { FlatField } from './flat-fields.ts';

/** A request body or an answer as a page shows it. */
export interface CapturedContent {
  readonly contentType?: string;
  readonly fields: readonly CapturedField[];
  /** The fields as the page lists them, if their nesting is uncertain. `fields` is then empty. */
  readonly flat?: readonly FlatField[];
  readonly example?: unknown;
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
  readonly body?: CapturedContent;
  readonly response?: CapturedContent;
  /** What the capture leaves out. Nothing there counts as removed. */
  readonly missing: readonly string[];
  /** What the page shows and the reader does not take over, one phrase each. */
  readonly ignored?: readonly string[];
  /** The facts that the capture was read from. What they say in our own words may be taken over. */
  readonly sheet?: FactPage;
}
