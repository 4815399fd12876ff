/** What a change does to a consumer: his code breaks, it may, it does not. */
export type Severity = 'breaking' | 'risky' | 'safe';

/** One kind of change; the sentence takes `{where}`, `{from}` and `{to}`. */
export interface ChangeRule {
  readonly severity: Severity;
  /** The part of the version that it raises. */
  readonly bump: 'major' | 'minor' | 'patch';
  readonly sentence: string;
}

const breaking = (sentence: string): ChangeRule => ({ severity: 'breaking', bump: 'major', sentence });
const risky = (sentence: string): ChangeRule => ({ severity: 'risky', bump: 'minor', sentence });
const added = (sentence: string): ChangeRule => ({ severity: 'safe', bump: 'minor', sentence });
const eased = (sentence: string): ChangeRule => ({ severity: 'safe', bump: 'patch', sentence });

/** Every kind of change, by its id. */
export const RULES = {
  'operation-added': added('is new ({to})'),
  'operation-removed': breaking('is gone ({from})'),
  'operation-renamed': breaking('is now called {to}'),
  'operation-deprecated': risky('is deprecated'),
  'operation-undeprecated': eased('is no longer deprecated'),
  'operation-path-changed': risky('is sent to {to} in place of {from}'),
  'operation-marked': risky('is marked {to}'),
  'operation-released': eased('is no longer marked {from}'),
  'seat-changed': risky('needs the licence {to} in place of {from}'),
  'body-type-changed': breaking('takes its body as {to} in place of {from}'),
  'envelope-changed': breaking('answers in the envelope {to} in place of {from}'),
  'safety-loosened': risky('may now be sent again after a failure ({from} → {to})'),
  'safety-tightened': risky('is no longer sent again after every failure ({from} → {to})'),
  'limit-changed': risky('is counted by the quota {to} in place of {from}'),
  'list-added': added('can be walked with .items() and .pages()'),
  'list-removed': breaking('can no longer be walked with .items() and .pages()'),
  'list-items-changed': breaking('is walked over {to} in place of {from}'),
  'list-paging-changed': risky('pages by {to} in place of {from}'),
  'error-added': risky('may fail with {where} ({to})'),
  'error-removed': breaking('no longer documents the error {where} ({from})'),
  'error-renamed': breaking('calls the error {where} now {to}'),
  'error-code-changed': breaking('has another code for {where}: {to} in place of {from}'),
  'argument-group-added': breaking('needs at least one of {to}'),
  'argument-group-removed': eased('no longer needs one of {from}'),
  'argument-group-widened': eased('needs one of {to}, no longer only of {from}'),
  'argument-group-changed': breaking('needs one of {to} in place of {from}'),
  'argument-added': added('takes {where} ({to})'),
  'argument-added-required': breaking('needs {where} ({to})'),
  'argument-removed': breaking('no longer takes {where}'),
  'argument-renamed': breaking('takes {to} in place of {where}'),
  'argument-became-required': breaking('needs {where}, which was optional'),
  'argument-became-optional': eased('no longer needs {where}'),
  'argument-type-widened': added('takes {where} as {to} as well'),
  'argument-type-narrowed': breaking('takes {where} only as {to}, no longer as {from}'),
  'argument-type-changed': breaking('takes {where} as {to} in place of {from}'),
  'argument-became-nullable': added('takes null for {where}'),
  'argument-became-not-nullable': breaking('no longer takes null for {where}'),
  'argument-value-added': added('takes the value {to} for {where}'),
  'argument-value-removed': breaking('no longer takes the value {from} for {where}'),
  'argument-values-limited': breaking('takes only {to} for {where}'),
  'argument-values-freed': added('takes any value for {where}'),
  'argument-default-changed': risky('takes {to} for {where} where it is left out, in place of {from}'),
  'argument-limit-set': risky('now has a limit for {where}: {to}'),
  'argument-limit-tightened': breaking('has a tighter limit for {where}: {to} in place of {from}'),
  'argument-limit-loosened': eased('has a looser limit for {where}: {to} in place of {from}'),
  'argument-format-stated': eased('takes {where} as {to}, which was not said'),
  'argument-format-withdrawn': risky('no longer says that {where} is taken as {from}'),
  'argument-format-changed': breaking('takes {where} as {to} in place of {from}'),
  'argument-deprecated': risky('advises against {where}'),
  'argument-undeprecated': eased('no longer advises against {where}'),
  'answer-added': added('answers {where} ({to})'),
  'answer-removed': breaking('no longer answers {where}'),
  'answer-renamed': breaking('answers {to} in place of {where}'),
  'answer-became-optional': breaking('does not always answer {where}'),
  'answer-became-required': eased('always answers {where}'),
  'answer-type-widened': breaking('answers {where} as {to}, no longer only as {from}'),
  'answer-type-narrowed': eased('answers {where} only as {to}'),
  'answer-type-changed': breaking('answers {where} as {to} in place of {from}'),
  'answer-became-nullable': breaking('may answer null for {where}'),
  'answer-became-not-nullable': eased('no longer answers null for {where}'),
  'answer-value-added': risky('may answer {to} for {where}'),
  'answer-value-removed': eased('no longer answers {from} for {where}'),
  'answer-values-limited': eased('answers only {to} for {where}'),
  'answer-values-freed': risky('may answer any value for {where}'),
  'answer-limit-tightened': eased('has a tighter limit for {where}: {to} in place of {from}'),
  'answer-limit-loosened': risky('has a looser limit for {where}: {to} in place of {from}'),
  'answer-format-stated': eased('answers {where} as {to}, which was not said'),
  'answer-format-withdrawn': risky('no longer says that {where} is {from}'),
  'answer-format-changed': breaking('answers {where} as {to} in place of {from}'),
  'answer-known-value-added': eased('may answer {to} for {where}, which its type allowed'),
  'answer-known-value-removed': eased('is no longer known to answer {from} for {where}'),
  'answer-deprecated': risky('advises against {where}'),
  'answer-undeprecated': eased('no longer advises against {where}'),
  'webhook-added': added('is a new message'),
  'webhook-removed': breaking('is a message no longer'),
  'webhook-marked': risky('is marked {to}'),
  'webhook-released': eased('is no longer marked {from}'),
  'message-added': added('brings {where} ({to})'),
  'message-removed': breaking('no longer brings {where}'),
  'message-renamed': breaking('brings {to} in place of {where}'),
  'message-became-optional': breaking('does not always bring {where}'),
  'message-became-required': eased('always brings {where}'),
  'message-type-widened': breaking('brings {where} as {to}, no longer only as {from}'),
  'message-type-narrowed': eased('brings {where} only as {to}'),
  'message-type-changed': breaking('brings {where} as {to} in place of {from}'),
  'message-became-nullable': breaking('may bring null for {where}'),
  'message-became-not-nullable': eased('no longer brings null for {where}'),
  'message-value-added': risky('may bring {to} for {where}'),
  'message-value-removed': eased('no longer brings {from} for {where}'),
  'message-values-limited': eased('brings only {to} for {where}'),
  'message-values-freed': risky('may bring any value for {where}'),
  'message-limit-tightened': eased('has a tighter limit for {where}: {to} in place of {from}'),
  'message-limit-loosened': risky('has a looser limit for {where}: {to} in place of {from}'),
  'message-format-stated': eased('brings {where} as {to}, which was not said'),
  'message-format-withdrawn': risky('no longer says that {where} is {from}'),
  'message-format-changed': breaking('brings {where} as {to} in place of {from}'),
  'message-known-value-added': eased('may bring {to} for {where}, which its type allowed'),
  'message-known-value-removed': eased('is no longer known to bring {from} for {where}'),
  'message-deprecated': risky('advises against {where}'),
  'message-undeprecated': eased('no longer advises against {where}'),
} as const satisfies Readonly<Record<string, ChangeRule>>;

export type RuleId = keyof typeof RULES;

/** One change that a rule names. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** The operationId, or the event of a webhook. */
  readonly operation: string;
  /** The argument, the place in the answer, or the error; empty for the operation itself. */
  readonly where: string;
  readonly text: string;
}

/** A finding of a rule, its sentence filled in. */
export function finding(
  rule: RuleId,
  operation: string,
  {
    where = '',
    from = '',
    to = '',
  }: { readonly where?: string; readonly from?: string; readonly to?: string } = {},
): Finding {
  const values: Readonly<Record<string, string>> = { where: where && `\`${where}\``, from, to };
  const { severity, sentence } = RULES[rule];
  return {
    rule,
    severity,
    operation,
    where,
    text: `\`${operation}\` ${sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')}`,
  };
}
