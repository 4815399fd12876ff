import { computed, ref, shallowRef } from 'vue';
import type { Language } from '../../../page-words.ts';
import { explainError } from '../../../try/explain-error.ts';
import type { Outcome } from '../../../try/outcomes.ts';
import { openPlayground, resetPlayground } from '../../../try/page-playground.ts';
import type { CallResult } from '../../../try/playground.ts';
import type { TryData } from '../../../try/try-data.ts';
import type { Words } from '../../../try/words.ts';

/** The calls of an operation's page: the last one with its pages, and what to say about it. */
export function useCalls(data: TryData, words: Words, language: Language) {
  const isBusy = ref(false);
  const status = ref('');
  const results = shallowRef<readonly CallResult[]>([]);
  const at = ref(0);
  const isEnd = ref(false);
  const shown = computed(() => results.value[at.value]);
  const hasNext = computed(
    () => at.value + 1 < results.value.length || (!isEnd.value && shown.value?.next !== undefined),
  );

  const run = async (work: () => Promise<CallResult | undefined>): Promise<void> => {
    if (isBusy.value) return;
    isBusy.value = true;
    status.value = words.sending;
    try {
      const result = await work();
      status.value = result ? summaryOf(result) : words.lastPage;
    } finally {
      isBusy.value = false;
    }
  };

  const summaryOf = ({ ending }: CallResult): string => {
    if (ending.kind === 'error') return words.failure(explainError(ending.error, language).name);
    return data.isList ? `${words.success} ${words.page(at.value + 1)}` : words.success;
  };

  const goTo = (page: number): void => {
    at.value = page;
    status.value = words.page(page + 1);
  };

  return {
    isBusy,
    status,
    shown,
    page: at,
    hasNext,
    send: (values: Readonly<Record<string, unknown>>, outcome: Outcome): Promise<void> =>
      run(async () => {
        const result = await openPlayground().call(data, values, outcome);
        results.value = [result];
        at.value = 0;
        isEnd.value = false;
        return result;
      }),
    async nextPage(): Promise<void> {
      if (at.value + 1 < results.value.length) return goTo(at.value + 1);
      const { next } = shown.value ?? {};
      if (next === undefined || isEnd.value) return;
      await run(async () => {
        const result = await next();
        isEnd.value = result.ending.kind !== 'value';
        if (result.ending.kind === 'end') return undefined;
        results.value = [...results.value, result];
        at.value++;
        return result;
      });
    },
    previousPage(): void {
      if (at.value > 0) goTo(at.value - 1);
    },
    reset(): void {
      resetPlayground();
      results.value = [];
      at.value = 0;
      isEnd.value = false;
      status.value = words.wasReset;
    },
  };
}
