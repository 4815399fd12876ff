import type { Tool } from '../tool.ts';
import { searchOperationsTool } from './search-operations.ts';

/** The tools of the server, in the order in which a client lists them. */
export const tools: readonly Tool[] = [searchOperationsTool];
