import type { Example, LanguageTool } from '../language-tool.ts';
import { go, goExample } from './go.ts';
import { java, javaExample } from './java.ts';
import { php } from './php.ts';
import { postman } from './postman.ts';
import { python, pythonExample } from './python.ts';
import { typescript } from './typescript.ts';

/** Every tool, by language. */
export const tools: readonly LanguageTool[] = [...java, ...python, ...php, ...go, ...typescript, ...postman];

/** The programs in examples/. */
export const examples: readonly Example[] = [javaExample, pythonExample, goExample];
