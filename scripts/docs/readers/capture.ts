import type { FactField } from '../../evidence/facts/facts.ts';
import type { FlatField } from './flat-fields.ts';

/** A request body or an answer as a page shows it. */
export interface CapturedContent {
  readonly contentType?: string;
  readonly fields: readonly FactField[];
  /** The fields as the page lists them, where it is not certain which are members of which; there are no `fields` then. */
  readonly flat?: readonly FlatField[];
  readonly example?: unknown;
}

/** One page of the documentation as a reader took it from one of its forms. */
export interface Capture {
  /** Where it came from, for messages: a file's name, and a place in it. */
  readonly from: string;
  /** The page's id, `api-…`, where the form tells it. */
  readonly page?: string;
  readonly title: string;
  /** The headings that the page stands under, parted by `/`, where the form tells them. */
  readonly folder?: string;
  readonly method: string;
  readonly path: string;
  /** The vendor's words for the licence that a call needs, such as 销售; undefined where the page says none. */
  readonly licence?: string;
  /** The endpoint's state as facts write it, `released` and `deprecated` included; undefined where the capture shows none. */
  readonly status?: string;
  readonly modified?: string;
  readonly errors: readonly { readonly code: number; readonly zh: string }[];
  readonly query: readonly FactField[];
  readonly body?: CapturedContent;
  readonly response?: CapturedContent;
  /** What the capture leaves out: nothing there counts as gone. */
  readonly missing: readonly string[];
}
