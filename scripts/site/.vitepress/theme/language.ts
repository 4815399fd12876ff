import { useData } from 'vitepress';
import { computed } from 'vue';
import { type Language, PAGE_WORDS } from '../../page-words.ts';

/** The language of a path below the site's base. */
export function languageOf(path: string): Language {
  return path.startsWith('/en/') ? 'en' : 'zh';
}

/** The language of the page that is shown, its words, and its folder. */
export function useLanguage() {
  const { lang } = useData();
  const language = computed<Language>(() => (lang.value.startsWith('zh') ? 'zh' : 'en'));
  const words = computed(() => PAGE_WORDS[language.value]);
  const folder = computed(() => (language.value === 'zh' ? '/' : '/en/'));
  return { language, words, folder };
}
