import { stringifyExact } from '../../base/exact-json.ts';
import { isObject } from '../../base/is-object.ts';
import { jsonIn } from '../../base/json-in.ts';
import { withTexts } from '../with-texts.ts';
import { DEFAULT_KINDS, kindOfField, kindOfKeys, type MaskKind } from './fields.ts';
import { hidden, runTogether } from './in-texts.ts';
import { numberArguments } from './number-arguments.ts';
import { isMobileNumber, isOnlyPseudonyms, personalPattern, pseudonymPattern } from './patterns.ts';
import { createPseudonyms, type Personal, type Pseudonyms } from './pseudonyms.ts';

/** Replaces personal data by stable pseudonyms, and takes them back. */
export interface Masker {
  /**
   * A copy of an answer, or of a part of one, with personal data replaced, also in texts, keys and JSON text. A text that
   * looks like a pseudonym is replaced too, so that no answer can name another value's pseudonym. Mask a value once: a
   * second time would replace the pseudonyms.
   */
  readonly mask: (value: unknown) => unknown;
  /**
   * A copy of what a program made of masked answers, with personal data replaced that has its form. Pseudonyms stay, and no
   * field is known by its name: the count of all phones may be called `phone`.
   */
  readonly maskAgain: (value: unknown) => unknown;
  /**
   * A copy of arguments with pseudonyms replaced by what they stand for, also within longer texts and in keys.
   * `unmask(mask(value))` equals `value`, with JSON texts as equal JSON. With an operation, its arguments get numbers where
   * it takes numbers.
   */
  readonly unmask: (value: unknown, operationId?: string) => unknown;
  /** The pseudonyms in arguments that stand for nothing: mistyped, made up, or forgotten. A call with one has to be refused. */
  readonly unknown: (value: unknown) => readonly string[];
  /**
   * A pseudonym in arguments that would run together with the text beside it, and be no personal data for a mask any more:
   * `9phone_482913`. A call with one has to be refused.
   */
  readonly runTogether: (value: unknown) => string | undefined;
  /** A masked text in which no value stands that the pseudonyms in arguments stand for, whatever its form. */
  readonly hide: (text: string, args: unknown) => string;
}

/** The options of {@link createMasker}. */
export interface MaskerOptions {
  /** What to replace. Default: phone numbers, openids, unionids and e-mail addresses. None of them replaces nothing. */
  readonly kinds?: readonly MaskKind[] | undefined;
  /** How many characters of values to remember, which is about 200,000 values. Default: 25 million, about 50 MB. */
  readonly maxCharacters?: number | undefined;
}

/** Creates a masker. Its pseudonyms are those of this process alone. */
export function createMasker(options: MaskerOptions = {}): Masker {
  const { kinds: given = DEFAULT_KINDS, maxCharacters = 25_000_000 } = options;
  const kinds = new Set(given);
  if (kinds.size === 0) return NO_MASKER;
  const pseudonyms = createPseudonyms(maxCharacters);
  const mask = createMask(kinds, pseudonyms);
  const again = createMask(kinds, keepingPseudonyms(pseudonyms), false);
  const known = { find: pseudonyms.find, maskText: (text: string) => String(again(text, undefined)) };
  return {
    runTogether: (value) => runTogether(value, known),
    hide: (text, args) => hidden(text, args, known),
    mask: (value) => mask(value, undefined),
    maskAgain: (value) => again(value, undefined),
    unmask: (value, operationId) => {
      const unmasked = unmaskValue(value, pseudonyms);
      const numbers = numberArguments(operationId);
      return numbers.length > 0 && isObject(unmasked) ? withNumbers(unmasked, numbers) : unmasked;
    },
    unknown(value) {
      const found = new Set<string>();
      unmaskValue(value, {
        find: (pseudonym) => {
          const known = pseudonyms.find(pseudonym);
          if (known === undefined) found.add(pseudonym);
          return known;
        },
      });
      return [...found];
    },
  };
}

/** Replaces nothing. */
const NO_MASKER: Masker = {
  mask: (value) => value,
  maskAgain: (value) => value,
  unmask: (value) => value,
  unknown: () => [],
  runTogether: () => undefined,
  hide: (text) => text,
};

/** Leaves pseudonyms that were issued. */
function keepingPseudonyms({ issue, find }: Pseudonyms): Pseudonyms {
  return {
    issue: (kind, value) => (find(String(value)) === undefined ? issue(kind, value) : String(value)),
    find,
  };
}

/** Masks a value; `kind` is what the name of its field says. */
type Mask = (value: unknown, kind: MaskKind | undefined, keys?: MaskKind) => unknown;

function createMask(kinds: ReadonlySet<MaskKind>, { issue }: Pseudonyms, knowsFields = true): Mask {
  const pattern = personalPattern(kinds);
  const wanted = (kind: MaskKind | undefined) =>
    knowsFields && kind !== undefined && kinds.has(kind) ? kind : undefined;

  const maskText = (text: string) =>
    text.replace(pattern, (found, ...rest) => {
      // The last argument is the object of named groups, because the pattern has some.
      const groups = rest.at(-1) as Readonly<Record<MaskKind | 'text', string | undefined>>;
      const kind = KINDS_IN_TEXT.find((name) => groups[name] !== undefined) ?? 'text';
      return issue(kind, found);
    });

  const maskField = (text: string, kind: MaskKind) => {
    if (text.trim() === '') return text;
    // A text in the form of an id may be either kind of id: here the field tells.
    if (text.match(pattern)?.[0] === text) return issue(kind, text);
    const masked = maskText(text);
    return isOnlyPseudonyms(masked) ? masked : issue(kind, text);
  };

  const maskNumber = (value: number | bigint, kind: MaskKind | undefined) => {
    if (kind !== undefined && kind !== 'name' && Number(value) !== 0) return issue(kind, value);
    return kinds.has('phone') && isMobileNumber(String(value)) ? issue('phone', value) : value;
  };

  const maskObject = (object: Fields, keys: MaskKind | undefined) =>
    Object.fromEntries(
      Object.entries(object).map(([name, member]) => [
        keys === undefined ? maskText(name) : maskField(name, keys),
        mask(member, wanted(kindOfField(name, object)), wanted(kindOfKeys(name))),
      ]),
    );

  const mask: Mask = (value, kind, keys) => {
    if (typeof value === 'string') {
      const inner = jsonIn(value);
      if (inner !== undefined) return stringifyExact(mask(inner, kind, keys));
      return kind === undefined ? maskText(value) : maskField(value, kind);
    }
    if (typeof value === 'number' || typeof value === 'bigint') return maskNumber(value, kind);
    if (Array.isArray(value)) return value.map((item) => mask(item, kind));
    return isObject(value) ? maskObject(value, keys) : value;
  };
  return mask;
}

/** The named groups of the pattern. */
const KINDS_IN_TEXT = ['email', 'openid', 'unionid', 'phone'] as const;

/** Replaces each pseudonym once: what comes out of one is never looked at again. */
function unmaskValue(value: unknown, pseudonyms: Pick<Pseudonyms, 'find'>): unknown {
  return withTexts(value, (text) => unmaskText(text, pseudonyms));
}

function unmaskText(text: string, { find }: Pick<Pseudonyms, 'find'>): Personal {
  if (!pseudonymPattern().test(text)) return text;
  const whole = WHOLE.test(text) ? find(text) : undefined;
  if (whole !== undefined) return whole;
  const inner = jsonIn(text);
  if (inner !== undefined) return stringifyExact(unmaskValue(inner, { find }));
  return text.replace(pseudonymPattern(), (pseudonym) => String(find(pseudonym) ?? pseudonym));
}

const WHOLE = new RegExp(`^${pseudonymPattern().source}$`);

/** Turns texts of digits into numbers in some arguments. */
function withNumbers(args: Fields, names: readonly string[]): Fields {
  const toNumber = (item: unknown) =>
    typeof item === 'string' && /^\d{1,15}$/.test(item) ? Number(item) : item;
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      if (!names.includes(name)) return [name, value];
      return [name, Array.isArray(value) ? value.map(toNumber) : toNumber(value)];
    }),
  );
}

type Fields = Readonly<Record<string, unknown>>;
