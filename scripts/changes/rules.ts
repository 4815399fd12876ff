/** What a change does to a consumer's code: it breaks, may break, or does not break. */
export type Severity = 'breaking' | 'risky' | 'safe';

/** One kind of change. The sentence has the placeholders `{where}`, `{from}` and `{to}`. */
export interface ChangeRule {
  readonly severity: Severity;
  /** The version bump that it requires. */
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
  'operation-removed': breaking('was removed ({from})'),
  'operation-renamed': breaking('is now called {to}'),
  'operation-deprecated': risky('is deprecated'),
  'operation-undeprecated': eased('is no longer deprecated'),
  'operation-path-changed': risky('is sent to {to} instead of {from}'),
  'operation-marked': risky('is marked {to}'),
  'operation-released': eased('is no longer marked {from}'),
  'seat-changed': risky('needs the licence {to} instead of {from}'),
  'seat-stated': eased('needs the licence {to}, which was not documented before'),
  'body-type-changed': breaking('takes its body as {to} instead of {from}'),
  'envelope-changed': breaking('answers in the envelope {to} instead of {from}'),
  'safety-loosened': risky('may now be retried after a failure ({from} → {to})'),
  'safety-tightened': risky('is no longer retried after every failure ({from} → {to})'),
  'effect-changed': risky(
    'counts as x-effect {to} instead of {from}, which decides what asks before the call',
  ),
  'limit-changed': risky('counts against the quota {to} instead of {from}'),
  'list-added': added('now has .items() and .pages()'),
  'list-removed': breaking('no longer has .items() and .pages()'),
  'list-items-changed': breaking('iterates over {to} instead of {from}'),
  'list-paging-changed': risky('is paged by {to} instead of {from}'),
  'batches-added': added('sends a long {where} in several calls with {to}'),
  'batches-removed': breaking('no longer sends a long {where} in several calls with {from}'),
  'batch-lowered': risky('sends at most {to} of {where} instead of {from} in each call of .batches()'),
  'batch-raised': eased('sends at most {to} of {where} instead of {from} in each call of .batches()'),
  'batch-rows-added': added('now has .all()'),
  'batch-rows-removed': breaking('no longer has .all()'),
  'batch-rows-changed': breaking('returns the rows of {to} instead of {from} for a long {where}'),
  'batch-key-changed': risky('matches rows to the items of {where} by {to} instead of {from}'),
  'error-added': risky('may fail with {where} ({to})'),
  'error-removed': breaking('no longer documents the error {where} ({from})'),
  'error-renamed': breaking('renames the error {where} to {to}'),
  'error-code-changed': breaking('changes the code of {where}: {to} instead of {from}'),
  'argument-group-added': breaking('needs at least one of {to}'),
  'argument-group-removed': eased('no longer needs one of {from}'),
  'argument-group-widened': eased('needs one of {to}, no longer only of {from}'),
  'argument-group-changed': breaking('needs one of {to} instead of {from}'),
  'argument-added': added('takes {where} ({to})'),
  'argument-added-required': breaking('needs {where} ({to})'),
  'argument-removed': breaking('no longer takes {where}'),
  'argument-renamed': breaking('takes {to} instead of {where}'),
  'argument-became-required': breaking('needs {where}, which was optional'),
  'argument-became-optional': eased('no longer needs {where}'),
  'argument-type-widened': added('takes {where} as {to} as well'),
  'argument-type-narrowed': breaking('takes {where} only as {to}, no longer as {from}'),
  'argument-type-changed': breaking('takes {where} as {to} instead of {from}'),
  'argument-became-nullable': added('takes null for {where}'),
  'argument-became-not-nullable': breaking('no longer takes null for {where}'),
  'argument-value-added': added('takes the value {to} for {where}'),
  'argument-value-removed': breaking('no longer takes the value {from} for {where}'),
  'argument-values-limited': breaking('takes only {to} for {where}'),
  'argument-values-freed': added('takes any value for {where}'),
  'argument-default-changed': risky('changes the default of {where}: {to} instead of {from}'),
  'argument-limit-set': risky('now has a limit for {where}: {to}'),
  'argument-limit-tightened': breaking('has a tighter limit for {where}: {to} instead of {from}'),
  'argument-limit-loosened': eased('has a looser limit for {where}: {to} instead of {from}'),
  'argument-format-stated': eased('takes {where} as {to}, which was not documented before'),
  'argument-format-withdrawn': risky('no longer documents that it takes {where} as {from}'),
  'argument-format-changed': breaking('takes {where} as {to} instead of {from}'),
  'argument-deprecated': risky('deprecates {where}'),
  'argument-undeprecated': eased('no longer deprecates {where}'),
  'answer-added': added('returns {where} ({to})'),
  'answer-removed': breaking('no longer returns {where}'),
  'answer-renamed': breaking('returns {to} instead of {where}'),
  'answer-became-optional': breaking('does not always return {where}'),
  'answer-became-required': eased('always returns {where}'),
  'answer-type-widened': breaking('returns {where} as {to}, no longer only as {from}'),
  'answer-type-narrowed': eased('returns {where} only as {to}'),
  'answer-type-changed': breaking('returns {where} as {to} instead of {from}'),
  'answer-became-nullable': breaking('may return null for {where}'),
  'answer-became-not-nullable': eased('no longer returns null for {where}'),
  'answer-value-added': risky('may return {to} for {where}'),
  'answer-value-removed': eased('no longer returns {from} for {where}'),
  'answer-values-limited': eased('returns only {to} for {where}'),
  'answer-values-freed': risky('may return any value for {where}'),
  'answer-limit-tightened': eased('has a tighter limit for {where}: {to} instead of {from}'),
  'answer-limit-loosened': risky('has a looser limit for {where}: {to} instead of {from}'),
  'answer-format-stated': eased('returns {where} as {to}, which was not documented before'),
  'answer-format-withdrawn': risky('no longer documents that {where} is {from}'),
  'answer-format-changed': breaking('returns {where} as {to} instead of {from}'),
  'answer-known-value-added': eased('may return {to} for {where}, which its type already allowed'),
  'answer-known-value-removed': eased('is no longer known to return {from} for {where}'),
  'answer-deprecated': risky('deprecates {where}'),
  'answer-undeprecated': eased('no longer deprecates {where}'),
  'webhook-added': added('is a new message'),
  'webhook-removed': breaking('is no longer pushed'),
  'webhook-marked': risky('is marked {to}'),
  'webhook-released': eased('is no longer marked {from}'),
  'message-added': added('has {where} ({to})'),
  'message-removed': breaking('no longer has {where}'),
  'message-renamed': breaking('has {to} instead of {where}'),
  'message-became-optional': breaking('does not always have {where}'),
  'message-became-required': eased('always has {where}'),
  'message-type-widened': breaking('has {where} as {to}, no longer only as {from}'),
  'message-type-narrowed': eased('has {where} only as {to}'),
  'message-type-changed': breaking('has {where} as {to} instead of {from}'),
  'message-became-nullable': breaking('may have null for {where}'),
  'message-became-not-nullable': eased('no longer has null for {where}'),
  'message-value-added': risky('may have {to} for {where}'),
  'message-value-removed': eased('no longer has {from} for {where}'),
  'message-values-limited': eased('has only {to} for {where}'),
  'message-values-freed': risky('may have any value for {where}'),
  'message-limit-tightened': eased('has a tighter limit for {where}: {to} instead of {from}'),
  'message-limit-loosened': risky('has a looser limit for {where}: {to} instead of {from}'),
  'message-format-stated': eased('has {where} as {to}, which was not documented before'),
  'message-format-withdrawn': risky('no longer documents that {where} is {from}'),
  'message-format-changed': breaking('has {where} as {to} instead of {from}'),
  'message-known-value-added': eased('may have {to} for {where}, which its type already allowed'),
  'message-known-value-removed': eased('is no longer known to have {from} for {where}'),
  'message-deprecated': risky('deprecates {where}'),
  'message-undeprecated': eased('no longer deprecates {where}'),
} as const satisfies Readonly<Record<string, ChangeRule>>;

export type RuleId = keyof typeof RULES;

/** One change that a rule names. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** The operationId, or the event of a webhook. */
  readonly operation: string;
  /** The argument, the place in the answer, or the error; empty if the operation itself changed. */
  readonly where: string;
  readonly text: string;
}

/** Creates a finding of a rule and fills in its sentence. */
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
