import type { ValueFacts } from '../../catalogue/index.ts';
import type { Context } from '../context.ts';

/** The description of a value with its known values, unit, bounds, default and evidence, in the user's language. */
export function describeValue({ say, language }: Context, description: string, facts: ValueFacts): string {
  const { unit, limits, default: usual, evidence, values } = facts;
  const bounds = limits.map(([keyword, value]) => say(`limit_${keyword}`, { value }));
  const parts = [
    description,
    values.length > 0 ? `[${values.join('; ')}]` : '',
    unit === undefined ? '' : say(`unit_${unit}`),
    bounds.length === 0 ? '' : say('limitsText', { limits: bounds.join(language === 'zh' ? '，' : ', ') }),
    usual === undefined ? '' : say('defaultText', { value: JSON.stringify(usual) }),
    evidence === undefined ? '' : say(`evidence_${evidence}`),
  ];
  return parts.filter(Boolean).join(' ');
}

/** Whether a date may stand in place of the value. */
export function isTime({ unit }: ValueFacts): boolean {
  return unit === 'unix-seconds' || unit === 'unix-milliseconds';
}
