// Programs of models, which run in a sandbox and reach the API through its methods alone.
export { SCRIPT_LIMITS, type ScriptLimits } from './limits.ts';
export { createRunScript, type RunScriptParts } from './run-script.ts';
