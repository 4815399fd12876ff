import type { Example, LanguageTool } from '../language-tool.ts';
import { csharp } from './csharp.ts';
import { go, goExample } from './go.ts';
import { java, javaExample } from './java.ts';
import { php, phpExample } from './php.ts';
import { postman } from './postman.ts';
import { python, pythonExample } from './python.ts';
import { rust } from './rust.ts';
import { typescript } from './typescript.ts';

/** Every tool, by language. */
export const tools: readonly LanguageTool[] = [
  ...java,
  ...python,
  ...php,
  ...csharp,
  ...go,
  ...rust,
  ...typescript,
  ...postman,
];

/** The programs in examples/. */
export const examples: readonly Example[] = [javaExample, pythonExample, phpExample, goExample];
