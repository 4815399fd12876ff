import type { ScriptLimits } from './limits.ts';

/** A method of `weiban` in a program. */
export interface ScriptMethod {
  /** Such as `externalUser.list`. */
  readonly name: string;
  readonly isList: boolean;
}

/** What a thread gets when it starts. */
export interface ProgramInput {
  /** The path of quickjs-emscripten. */
  readonly library: string;
  /** The text of the function that opens the doors inside the program. */
  readonly prelude: string;
  /** The program as an expression that is a promise. */
  readonly program: string;
  readonly methods: readonly ScriptMethod[];
  /** The time of the program, in Unix seconds: it stands still. */
  readonly now: number;
  readonly limits: ScriptLimits;
}

/** What a program asks for: a call, a list by rows or by pages, the next page of an opened list, or its end. */
export type DoorKind = 'call' | 'items' | 'pages' | 'next' | 'close';

/** What a thread asks for. `subject` is a method or an opened list; `text` are the arguments as JSON. */
export interface DoorRequest {
  readonly type: 'door';
  readonly ticket: number;
  readonly kind: DoorKind;
  readonly subject: string;
  readonly text: string;
}

/** Why a program ended without a result. */
export type ProgramProblem =
  /** It threw, or is not JavaScript. */
  | 'program'
  /** It computed too long. */
  | 'compute'
  | 'memory'
  | 'depth'
  /** It waits for a promise that nothing resolves. */
  | 'stuck'
  /** The engine failed. */
  | 'engine';

/** How a program failed. */
export interface ProgramFailure {
  readonly type: 'failed';
  readonly problem: ProgramProblem;
  /** The name of the error, its message and its stack, as the program gives them. */
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

/** What a thread sends. */
export type FromThread =
  | DoorRequest
  | { readonly type: 'log' | 'progress'; readonly text: string }
  /** The program waits. `settled` is how many answers of doors it has taken. */
  | { readonly type: 'idle'; readonly settled: number }
  | { readonly type: 'done'; readonly text: string }
  | ProgramFailure;

/** What a thread gets: the answer of a door as text, or an error to throw. */
export interface ToThread {
  readonly ticket: number;
  readonly text?: string;
  readonly error?: { readonly name: string; readonly message: string };
}
