/** A kind of personal data that is replaced. */
export type MaskKind = 'phone' | 'openid' | 'unionid' | 'email' | 'name';

/** Replaces personal data by stable pseudonyms, and takes them back. */
export interface Masker {
  /** A copy of an answer with personal data replaced. */
  readonly mask: (value: unknown) => unknown;
  /** A copy of arguments with pseudonyms replaced by what they stand for. */
  readonly unmask: (value: unknown) => unknown;
}
