import type { OperationId } from '../../../src/validate/load-validator.ts';
import { createPlayground, type Playground } from './playground.ts';

let current: Playground | undefined;

/** The playground of this page load. It lasts while the reader goes from page to page, so a list shows what a write did. */
export function openPlayground(): Playground {
  current ??= createPlayground();
  return current;
}

/** Forgets every write, token and limit. */
export function resetPlayground(): void {
  current = undefined;
}

/** Loads what compares an answer with the specification, so that it is there without a network, too. */
export async function loadValidation(id: string): Promise<void> {
  const [{ loadValidator }] = await Promise.all([
    import('../../../src/validate/load-validator.ts'),
    import('../../../src/validate/check-answer.ts'),
  ]);
  // Every operation of the page's data is one of the specification's.
  await loadValidator(id as OperationId);
}
