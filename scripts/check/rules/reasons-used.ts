import { isReason, reasonNames, reasonUses } from '../../evidence/compare/reasons.ts';
import { placeOf } from '../../spec/source.ts';
import type { Rule } from '../rule.ts';

/** A reason that nothing uses is noise, or a leftover of a removed correction. */
export const reasonsUsed: Rule = {
  code: 'reasons-used',
  sentence: 'Each reason in reasons.yaml is used somewhere.',
  fix: 'delete it, or name it where it applies',
  check: (context) => {
    const { reasonSource } = context;
    if (reasonSource === undefined) return [];
    const used = new Set(reasonUses(context).map(({ because }) => because));
    return reasonNames(context)
      .filter((name) => !used.has(name))
      .map((name) => ({ message: `nothing uses the reason ${name}`, place: placeOf(reasonSource, [name]) }));
  },
};

/** A departure without a reason is a guess. */
export const reasonsGiven: Rule = {
  code: 'reasons-given',
  sentence:
    'Each correction, omission and unknown type gives a sentence, or the name of a reason in reasons.yaml.',
  fix: 'write a sentence, or a name from reasons.yaml',
  check: (context) => {
    const names = reasonNames(context);
    return reasonUses(context)
      .filter(({ because }) => !isReason(because, names))
      .map(({ because, place }) => ({
        message: `${JSON.stringify(because)} is neither a sentence nor a known reason`,
        place: place(),
      }));
  },
};
