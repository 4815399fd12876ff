/** What is wrong with one argument of a call. */
export interface Fault {
  /** The argument's name; a dotted path in a body; names separated by `|` if one of them must be sent. */
  readonly at: string;
  readonly kind:
    | 'missing'
    | 'type'
    | 'value'
    | 'large'
    | 'small'
    | 'long'
    | 'short'
    | 'many'
    | 'few'
    | 'json';
  /** What the argument must be, in words. */
  readonly wants: string;
}
