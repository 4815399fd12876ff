/** The rules that check the specification against its evidence. */
export { runCheck } from './command-line.ts';
export { QUICK_RULES, RULES } from './rules.ts';
export { runRules } from './run.ts';
