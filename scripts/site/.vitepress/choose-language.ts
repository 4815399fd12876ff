/** Where the browser keeps the language that a reader switched to. */
export const LANGUAGE_KEY = 'weiban-openapi-language';

/**
 * A script for the head of the first page, which is Chinese: readers of another language go to the English one before
 * anything is drawn. The language that they switched to comes first, then the languages of their browser.
 */
export const CHOOSE_LANGUAGE = `(base) => {
  let chosen;
  try {
    chosen = localStorage.getItem('${LANGUAGE_KEY}');
  } catch {}
  const isChinese = chosen ? chosen === 'zh' : navigator.languages.some((tag) => /^zh/i.test(tag));
  if (!isChinese) location.replace(base + 'en/' + location.search + location.hash);
}`;
