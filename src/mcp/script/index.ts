// Programs of models, which run in a sandbox and reach the API through its methods alone.
export { createRunScript } from './run-script.ts';
