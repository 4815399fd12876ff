import type { LanguageTool } from '../language-tool.ts';
import { go } from './go.ts';

/** Every tool, by language. */
export const tools: readonly LanguageTool[] = [...go];
