/** A kind of claim and the words that give it away. A word more here is a row, not code. */
interface Phrase {
  readonly kind: string;
  readonly words: RegExp;
}

// What may stand between "not" and the word that counts: "has not yet been seen".
const BETWEEN = '(?:(?:be|been|being|has|have|is|are|was|were|yet|ever|itself) )*';
const SAID =
  '(?:said|told|stated|named|described|documented|explained|spelt out|listed|shown|typed here|mentioned)';
const SAYS = '(?:says?|tells?|states?|spells? out|describes?|documents?|explains?|shows?|lists?|mentions?)';

/** How the specification says that something is not known. The first row that fits a sentence names its kind. */
const PHRASES: readonly Phrase[] = [
  phrase('not seen', [
    `(?:not|never|nobody|nowhere) ${BETWEEN}(?:seen|captured|observed|tried)`,
    'has not been read|unread|unseen|seen only',
  ]),
  phrase('cut', [
    '(?:page|capture|example|answer|list|sample|text|entry|it) (?:is|was) cut',
    'br(?:eaks?|oke|oken) off|truncated|incomplete',
  ]),
  phrase('not settled', [
    `(?:not|never|cannot) ${BETWEEN}(?:settled?|decided?|certain|clear|sure|confirmed|verified|established)`,
    'un(?:settled|decided|certain|clear|confirmed|verified)|open question',
  ]),
  phrase('not known', [
    `(?:not|never) ${BETWEEN}(?:known|understood)`,
    'nobody knows|nothing is known|no (?:other |second |public )?known',
    '(?:is|are|was|were|stays?|remains?|still) (?:\\w+ly )?unknown',
    'known (?:only|from|through)|from (?:public )?client (?:code|programs) only',
  ]),
  phrase('not documented', [
    `(?:not|never|nor|nowhere) ${BETWEEN}${SAID}`,
    `${SAID} nowhere|un(?:documented|described|stated|explained)`,
    `do(?:es)? not (?:\\w+ly )?${SAYS}|says? nothing`,
    `(?:nothing|nobody)(?! else) (?:\\S+ ){0,3}${SAYS}|no page (?:\\S+ ){0,3}${SAYS}`,
    `no (?:\\S+ ){1,3}(?:is|are) ${SAID}|has no error table`,
    'Neither is|no error is',
  ]),
  phrase('guess', [
    '(?:going|judging) by|seems?|seemingly|apparently|presumably|probably|likely|supposedly|perhaps|hardly',
    'may well|as far as',
  ]),
];

function phrase(kind: string, words: readonly string[]): Phrase {
  return { kind, words: new RegExp(`\\b(?:${words.join('|')})\\b`, 'i') };
}

/** The kind of claim that a sentence makes; undefined if it makes none. */
export function claimKind(sentence: string): string | undefined {
  return PHRASES.find(({ words }) => words.test(sentence))?.kind;
}
