import type { Example, LanguageTool } from '../language-tool.ts';
import { go, goExample } from './go.ts';
import { java, javaExample } from './java.ts';

/** Every tool, by language. */
export const tools: readonly LanguageTool[] = [...go, ...java];

/** The programs in examples/. */
export const examples: readonly Example[] = [goExample, javaExample];
