/** How a specification and its facts agree: what other folders may use of it. The command is the entry point's alone. */
export { type Compared, isSame, type MissingField } from './compare/compared.ts';
export { type Context, readContext, withFacts } from './context.ts';
export { facetsOf, itemsOf, propertiesOf } from './facets.ts';
export { child, type Located, placeIn, target } from './located.ts';
export type { Operation } from './operations.ts';
export { isExplained } from './rules/facts-agree.ts';
export { QUICK_RULES, RULES } from './rules.ts';
export { runRules } from './run.ts';
