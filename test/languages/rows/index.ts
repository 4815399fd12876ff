import type { Example, LanguageTool } from '../language-tool.ts';
import { csharp } from './csharp.ts';
import { go, goExample } from './go.ts';
import { php, phpExample } from './php.ts';

/** Every tool, by language. */
export const tools: readonly LanguageTool[] = [...go, ...php, ...csharp];

/** The programs in examples/. */
export const examples: readonly Example[] = [goExample, phpExample];
