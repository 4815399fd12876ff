import { documentedType, typesAgree } from '../../evidence/facts/doc-type.ts';
import type { FactField } from '../../evidence/facts/facts.ts';
import type { CapturedField } from '../readers/captured-field.ts';

/** Whether a page that leaves a field open says nothing against the type and members in the facts. */
export function isStillHeld(old: FactField, now: CapturedField): boolean {
  if (now.isOpen !== true) return false;
  const [before, after] = [documentedType(old), documentedType(now)];
  // Where only null was seen, any type that may be null still holds.
  return typesAgree(after, before) || (after === 'null' && before.split('|').includes('null'));
}
