import type { Language } from '../page-words.ts';

/** The texts that a page shows before anything else of "try it" is loaded. */
export interface EntryWords {
  readonly try: string;
  readonly about: string;
  readonly loading: string;
  readonly notLoaded: string;
}

/** These texts in a language. */
export function entryWordsIn(language: Language): EntryWords {
  return language === 'zh'
    ? {
        try: '试一试',
        about: '用真实的客户端在本页的沙箱里调用，不会向任何地方发送数据。',
        loading: '加载中…',
        notLoaded: '这部分页面加载失败，请检查网络后再点一次。',
      }
    : {
        try: 'Try it',
        about: 'Runs in this page against the sandbox, with the real client. Nothing is sent anywhere.',
        loading: 'Loading…',
        notLoaded: 'This part of the page could not be loaded. Check the connection, then click again.',
      };
}
