import { createCallTools } from '../calls/index.ts';
import { createRunScript } from '../script/index.ts';
import type { Tool } from '../tool.ts';
import { describeOperationTool } from './describe-operation.ts';
import { explainErrorTool } from './explain-error.ts';
import { searchOperationsTool } from './search-operations.ts';

/** Creates the tools of a server, in the order in which a client lists them. */
export function createTools(): readonly Tool[] {
  const [callRead, callWrite] = createCallTools();
  return [
    searchOperationsTool,
    describeOperationTool,
    callRead,
    callWrite,
    createRunScript({ callWrite }),
    explainErrorTool,
  ];
}
