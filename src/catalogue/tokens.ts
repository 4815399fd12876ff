/** A word that is searched, and how much it says. */
export interface Token {
  readonly text: string;
  readonly weight: number;
}

/** A single Chinese character says little beside the pairs that it is in. */
const CHARACTER = 0.12;

/** A character that stands alone is a word. */
const WORD = 0.7;

/** Chinese words that say nothing about what is meant: they stand in every question, and in every title. */
const EMPTY = new Set(
  [
    '的 了 吗 呢 吧 啊 过 着 得 地 所 我 我们 咱们 你 您 他 她 它 他们 自己 大家 帮 帮我 请 麻烦 想 要 需要 可以 能 能不能 一下 下',
    '这 那 这个 那个 这些 那些 哪些 哪个 哪 谁 什么 怎么 怎样 怎么样 如何 多少 几 几个 多 有没有 是否 是不是 有 没有 没 不 未 是 在 和 与 及 以及 或 或者 跟 给 把 被 从 向 到 对 按 将',
    '都 也 还 就 才 只 再 已 已经 还是 里 里面 中 上 下 前 后 内 外 个 条 位 名 次 份 张 人 全部 所有 某个 某 每个 各 各个 一个 一些 一共 总共 单个',
    '今天 昨天 前天 明天 本周 上周 这周 上 本月 上个月 上月 这个月 今年 去年 最近 近 天 周 月 年 日 号 现在 目前 刚 刚刚 刚才 以来 之前 之后 以前 超过 时候 时间',
    '查 查看 看 看看 看下 查询 查一下 查找 找 找出 列出 显示 获取 统计 告诉 情况',
  ].flatMap((words) => words.split(' ')),
);

/** English words that say nothing about what is meant. */
const EMPTY_LATIN = new Set(
  'a an the of to in on at for by with from and or is are was were be do does did have has had which who whom what when where how many much me my our all any i we you show list get find'.split(
    ' ',
  ),
);

/**
 * The words of a text: Latin words without their plural, and pairs of Chinese characters, because Chinese has no spaces and
 * every splitter splits some words wrongly. Empty words are left out.
 */
export function tokensOf(text: string): Token[] {
  return runsOf(text).flatMap((run) => (isHan(run) ? pairsOf(run) : latinOf(run)));
}

/** The words of a name in camel case or with underscores: `external_user_list`. */
export function nameTokensOf(name: string): Token[] {
  return tokensOf(name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/[_/.]/g, ' '));
}

/** The runs of Chinese characters without empty words, and the Latin words. */
function runsOf(text: string): string[] {
  const runs: string[] = [];
  let isOpen = false;
  for (const part of text.toLowerCase().match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ??
    []) {
    if (!isHan(part)) {
      runs.push(part);
      continue;
    }
    isOpen = false;
    for (const { segment } of segments(part)) {
      const isEmpty = EMPTY.has(segment);
      if (isOpen && !isEmpty) runs[runs.length - 1] += segment;
      else if (!isEmpty) runs.push(segment);
      isOpen = !isEmpty;
    }
  }
  return runs;
}

/** Created when it is first needed: it loads a dictionary. */
let segmenter: Intl.Segmenter | undefined;

function segments(text: string): Iterable<{ readonly segment: string }> {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return segmenter.segment(text);
}

function isHan(text: string): boolean {
  return /^\p{Script=Han}/u.test(text);
}

function pairsOf(run: string): Token[] {
  const characters = Array.from(run);
  if (characters.length === 1) return [{ text: run, weight: WORD }];
  return characters.flatMap((character, at) => {
    const next = characters[at + 1];
    const single = { text: character, weight: CHARACTER };
    return next === undefined ? [single] : [{ text: character + next, weight: 1 }, single];
  });
}

function latinOf(word: string): Token[] {
  if (EMPTY_LATIN.has(word)) return [];
  return [{ text: /^[a-z]{4,}s$/.test(word) ? word.slice(0, -1) : word, weight: 1 }];
}
