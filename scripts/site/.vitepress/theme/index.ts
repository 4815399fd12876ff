import { inBrowser, type Theme } from 'vitepress';
// Its own fonts stay at home: Chinese needs the system's, and no page waits for a download.
import DefaultTheme from 'vitepress/theme-without-fonts';
import { LANGUAGE_KEY } from '../choose-language.ts';
import CategoryPage from './CategoryPage.vue';
import ErrorsPage from './ErrorsPage.vue';
import FrontPage from './FrontPage.vue';
import { languageOf } from './language.ts';
import OperationPage from './OperationPage.vue';
import { showActiveLink } from './show-active-link.ts';
import { unfoldLinked } from './unfold.ts';
import WebhooksPage from './WebhooksPage.vue';
import './style.css';
import './fields-and-errors.css';
import './samples.css';
import './first-page.css';
import './print.css';

export default {
  extends: DefaultTheme,
  enhanceApp({ app, router, siteData }) {
    app
      .component('front', FrontPage)
      .component('operation', OperationPage)
      .component('category', CategoryPage)
      .component('errors', ErrorsPage)
      .component('webhooks', WebhooksPage);
    if (!inBrowser) return;
    const { onAfterRouteChange } = router;
    window.addEventListener('hashchange', unfoldLinked);
    let last: string | undefined;
    router.onAfterRouteChange = async (to) => {
      const language = languageOf(to.slice(siteData.value.base.length - 1));
      // Within one visit, the language only changes when the reader switches it.
      if (last !== undefined && language !== last) localStorage.setItem(LANGUAGE_KEY, language);
      last = language;
      await onAfterRouteChange?.(to);
      // The new page is drawn by then, and its group in the navigation is open.
      requestAnimationFrame(() => {
        showActiveLink();
        unfoldLinked();
      });
    };
  },
} satisfies Theme;
