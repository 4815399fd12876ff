import { faults, synonyms } from '../../generated/sandbox.ts';
import type { Operation } from '../base/operation.ts';
import type { Fault } from './fault.ts';
import type { AnyError } from './known-errors.ts';

/** The error that answers a faulty argument. */
export interface ChosenError {
  readonly name: AnyError;
  /** Whether the operation documents it. Otherwise it is an error that several other pages document for such faults. */
  readonly isDocumented: boolean;
}

/** The endings of error names for each kind of fault, most specific first. */
const ENDINGS: Readonly<Record<Fault['kind'], readonly string[]>> = {
  missing: ['Required', 'Empty', 'Invalid'],
  type: ['TypeMismatch', 'Invalid'],
  value: ['Invalid', 'NotFound'],
  large: ['TooLarge', 'Invalid'],
  small: ['Negative', 'Invalid'],
  long: ['TooLong', 'LengthInvalid', 'Invalid'],
  short: ['Empty', 'LengthInvalid', 'Invalid'],
  many: ['TooMany', 'Invalid'],
  few: ['Empty', 'Required', 'TooFew', 'Invalid'],
  json: ['Invalid'],
};

/** Words of arguments for which error names use other words. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = synonyms;

/** The errors that several pages document for the same fault, by the argument's name. */
const COMMON: readonly (readonly [argument: RegExp, kind: RegExp, name: AnyError])[] = faults;

/** The error of any other fault; HTTP's own if the specification has none. */
export const FAULTY: AnyError = COMMON.at(-1)?.[2] ?? '400';

/** Names without a subject. They apply to any argument of their operation. */
const GENERAL = /^(\w+)?Parameter(Invalid|Required)$/;

/**
 * The documented error for a fault: the error of the operation whose name matches the argument and the kind of fault;
 * otherwise the error that several pages document for it. Never invents a code.
 */
export function chooseError({ errors }: Operation, fault: Fault): ChosenError {
  const names: readonly AnyError[] = errors.map(([, name]) => name);
  const common = COMMON.find(([argument, kind]) => argument.test(fault.at) && kind.test(fault.kind))?.[2];
  const ranked = names
    .map((name) => ({ name, score: scoreOf(withoutSubject(name, names), fault, names.length) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const [best] = ranked;
  if (common !== undefined && common !== FAULTY && names.includes(common)) {
    return { name: common, isDocumented: true };
  }
  // The operation's only error about a number of items, even if it names them by another word: customers for id_list.
  const [tooMany, ...otherTooMany] =
    fault.kind === 'many' ? names.filter((name) => /TooMany$/.test(name)) : [];
  if (tooMany !== undefined && otherTooMany.length === 0) return { name: tooMany, isDocumented: true };
  if (best) return { name: best.name, isDocumented: true };
  const name = common ?? FAULTY;
  return { name, isDocumented: names.includes(name) };
}

/** A name without the words that all names of the operation begin with: they do not describe an argument. */
function withoutSubject(name: string, names: readonly string[]): string {
  const words = name.split(/(?=[A-Z])/);
  const siblings = names.filter((sibling) => sibling !== name);
  let kept = words;
  while (siblings.length > 0 && kept.length > 1) {
    const begin = words.slice(0, words.length - kept.length + 1).join('');
    if (!siblings.every((sibling) => sibling.startsWith(begin))) break;
    kept = kept.slice(1);
  }
  return kept.join('');
}

function scoreOf(name: string, { at, kind }: Fault, nameCount: number): number {
  const endings = ENDINGS[kind];
  const rank = endings.findIndex((ending) => name.endsWith(ending));
  if (rank < 0) return 0;
  const said = new Set(wordsOf(name));
  // An error that asks for one of two arguments fits no other fault.
  if (/Or/.test(name.replace(/Order/g, '')) !== at.includes('|') && /Or[A-Z]/.test(name)) return 0;
  const asked = at.split(/[|._]/).filter((word) => word && !/^\d+$/.test(word));
  const hits = asked.filter((word) =>
    (SYNONYMS[word] ?? [word]).some((synonym) => said.has(synonym) || said.has(`${synonym}s`)),
  );
  if (GENERAL.test(name)) return 1;
  if (hits.length === 0) return nameCount === 1 && rank === 0 ? 1 : 0;
  return 10 * hits.length + (endings.length - rank) * 3 - said.size / 10;
}

function wordsOf(name: string): string[] {
  return name
    .split(/(?=[A-Z])/)
    .map((word) => word.toLowerCase())
    .filter((word) => !/^(invalid|required|empty|too|many|long|large)$/.test(word));
}
