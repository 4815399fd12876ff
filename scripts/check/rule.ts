import type { Context } from '../evidence/compare/context.ts';
import type { Place } from '../kit/diagnostic.ts';

/** A finding of a rule. The runner adds the rule's code, and the rule's fix if the finding has none. */
export interface Finding {
  readonly message: string;
  readonly place?: Place;
  readonly fix?: string;
}

/** One row of the table of rules. */
export interface Rule {
  readonly code: string;
  /** What is true of every good specification. */
  readonly sentence: string;
  /** How to fix a specification that breaks the rule. */
  readonly fix: string;
  readonly check: (context: Context) => readonly Finding[] | Promise<readonly Finding[]>;
}
