import { documentedType, typesAgree } from '../../evidence/facts/doc-type.ts';
import type { FactField } from '../../evidence/facts/facts.ts';
import type { CapturedField } from '../readers/captured-field.ts';

/** Whether a page that leaves a field open says nothing against the type and members in the facts. */
export function isStillHeld(old: FactField, now: CapturedField): boolean {
  return now.isOpen === true && typesAgree(documentedType(now), documentedType(old));
}
