import type { DefaultTheme } from 'vitepress';
import type { Language } from '../page-words.ts';

/** The words of VitePress's own frame. English is its default. */
export const FRAME_WORDS: Readonly<Record<Language, DefaultTheme.Config>> = {
  en: {},
  zh: {
    outline: { level: 2, label: '本页目录' },
    docFooter: { prev: '上一页', next: '下一页' },
    darkModeSwitchLabel: '外观',
    lightModeSwitchTitle: '切换到浅色模式',
    darkModeSwitchTitle: '切换到深色模式',
    sidebarMenuLabel: '菜单',
    returnToTopLabel: '回到顶部',
    langMenuLabel: '切换语言',
    skipToContentLabel: '跳到正文',
    notFound: {
      title: '找不到页面',
      quote: '地址可能有误，或页面已移动。可以用搜索查找接口。',
      linkLabel: '回到首页',
      linkText: '回到首页',
    },
  },
};

/** The words of VitePress's search box in Chinese. */
export const SEARCH_WORDS: NonNullable<DefaultTheme.LocalSearchOptions['translations']> = {
  button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
  modal: {
    displayDetails: '显示详情',
    resetButtonTitle: '清除搜索内容',
    backButtonTitle: '关闭搜索',
    noResultsText: '没有找到：',
    footer: {
      selectText: '打开',
      selectKeyAriaLabel: '回车',
      navigateText: '选择',
      navigateUpKeyAriaLabel: '上箭头',
      navigateDownKeyAriaLabel: '下箭头',
      closeText: '关闭',
      closeKeyAriaLabel: 'esc',
    },
  },
};
