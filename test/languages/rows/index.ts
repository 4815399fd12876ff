import type { Example, LanguageTool } from '../language-tool.ts';
import { go, goExample } from './go.ts';
import { php, phpExample } from './php.ts';

/** Every tool, by language. */
export const tools: readonly LanguageTool[] = [...go, ...php];

/** The programs in examples/. */
export const examples: readonly Example[] = [goExample, phpExample];
