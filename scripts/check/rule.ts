import type { Context } from '../evidence/compare/context.ts';
import type { Place } from '../kit/diagnostic.ts';

/** What a rule found: the runner adds the rule's code, and its mend where the finding has none of its own. */
export interface Finding {
  readonly message: string;
  readonly place?: Place;
  readonly fix?: string;
}

/** One row of the table of rules. */
export interface Rule {
  readonly code: string;
  /** What holds of every good specification. */
  readonly sentence: string;
  /** How to mend a specification of which it does not hold. */
  readonly fix: string;
  readonly check: (context: Context) => readonly Finding[] | Promise<readonly Finding[]>;
}
