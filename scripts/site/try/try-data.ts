/** A value that an argument or a field can have. */
export interface KnownValue {
  readonly value: string | number | boolean;
  /** Empty if the value explains itself. */
  readonly meaning: string;
}

/** How an argument is entered. */
export type Control =
  /** A line of text, a number, true or false, one of several values. */
  | 'text'
  | 'number'
  | 'flag'
  | 'choice'
  /** A point in time, sent as Unix time. */
  | 'seconds'
  | 'milliseconds'
  /** A list: one text or one number a line, or some of several values. */
  | 'lines'
  | 'numbers'
  | 'choices'
  /** An object whose fields have controls of their own. */
  | 'group'
  /** Everything else, as JSON. */
  | 'json';

/** One argument, or one field of an argument. */
export interface TryArgument {
  readonly name: string;
  readonly control: Control;
  /** The type in words, such as `list of strings`. */
  readonly type: string;
  readonly isRequired: boolean;
  readonly text: string;
  /** The values to choose from. Other values are refused if the control is `choice` or `choices`. */
  readonly values: readonly KnownValue[];
  /** JSON Schema keywords with a number, such as `maximum`. */
  readonly limits: Readonly<Record<string, number>>;
  /** The value that Weiban assumes if the argument is not sent. */
  readonly fallback?: unknown;
  readonly example?: unknown;
  /** The fields of a group. */
  readonly fields: readonly TryArgument[];
}

/** What a field of an answer means. */
export interface FieldMeaning {
  readonly type: string;
  readonly text: string;
  readonly values: readonly KnownValue[];
  /** Such as `unix-seconds` and `fen`. */
  readonly format?: string;
}

/** What the page needs to try one operation, in one language. */
export interface TryData {
  readonly id: string;
  /** The method on the client: `staff.list`. */
  readonly method: string;
  readonly isList: boolean;
  readonly arguments: readonly TryArgument[];
  /** Names of arguments of which at least one must be sent; empty if there is no such rule. */
  readonly either: readonly string[];
  /** Arguments that the sandbox answers with a success. */
  readonly example: Readonly<Record<string, unknown>>;
  /** A field that every answer has, as a JSON pointer, and one whose values are listed; undefined if there is none. */
  readonly driftAt?: string;
  readonly listedAt?: string;
  /** The fields of the result by path: `staff_list[].name`. */
  readonly fields: Readonly<Record<string, FieldMeaning>>;
}
