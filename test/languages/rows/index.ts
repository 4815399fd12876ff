import type { Example, LanguageTool } from '../language-tool.ts';
import { go, goExample } from './go.ts';
import { python, pythonExample } from './python.ts';

/** Every tool, by language. */
export const tools: readonly LanguageTool[] = [...go, ...python];

/** The programs in examples/. */
export const examples: readonly Example[] = [goExample, pythonExample];
