import type { FactField } from '../facts.ts';

/** A request body or an answer as a page shows it. */
export interface CapturedContent {
  readonly contentType?: string;
  readonly fields: readonly FactField[];
  readonly example?: unknown;
}

/** One page of the documentation as a reader took it from one of its forms. */
export interface Capture {
  /** Where it came from, for messages: a file's name, and a place in it. */
  readonly from: string;
  /** The page's id, `api-…`, where the form tells it. */
  readonly page?: string;
  readonly title: string;
  readonly method: string;
  readonly path: string;
  /** The vendor's words for the licence that a call needs, such as 销售; undefined where the page says none. */
  readonly licence?: string;
  /** The vendor's words for the page's state, such as 测试中. */
  readonly status?: string;
  readonly deprecated: boolean;
  readonly modified?: string;
  readonly errors: readonly { readonly code: number; readonly zh: string }[];
  readonly query: readonly FactField[];
  readonly body?: CapturedContent;
  readonly response?: CapturedContent;
  /** What the capture leaves out: nothing there counts as gone. */
  readonly missing: readonly string[];
}
