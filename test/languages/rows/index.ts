import type { Example, LanguageTool } from '../language-tool.ts';
import { go, goExample } from './go.ts';
import { postman } from './postman.ts';
import { typescript } from './typescript.ts';

/** Every tool, by language. */
export const tools: readonly LanguageTool[] = [...go, ...typescript, ...postman];

/** The programs in examples/. */
export const examples: readonly Example[] = [goExample];
