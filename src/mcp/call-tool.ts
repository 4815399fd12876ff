import {
  type CallToolResult,
  inputRequired,
  inputResponse,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { isWeibanError } from '../base/errors.ts';
import { cleanText } from './calls/clean.ts';
import { errorAnswer } from './calls/index.ts';
import { refusal, type ToolRefusal } from './calls/tool-refusal.ts';
import type { Listener, RunDoors, RunOutcome, Runs } from './runs.ts';
import type { McpSettings } from './settings.ts';
import type { Tool, ToolAnswer, ToolContext } from './tool.ts';

/** The name of the question in a request for input. */
const QUESTION = 'confirm';

/** An answer that arrives twice may have been acted on the first time. */
const EXPIRED = 'It may have been agreed to: read the data before you call the tool again.';

/** A request for a tool. */
export interface ToolRequest {
  readonly tool: Tool;
  readonly input: Readonly<Record<string, unknown>>;
  readonly context: ServerContext;
  /** Whether the client can ask the person behind it. */
  readonly canAsk: boolean;
  /** Signs the key of a waiting tool; the server refuses a key without its signature before the tool sees the request. */
  readonly signKey: (key: string) => Promise<string>;
}

/** Runs a tool for a request, or goes on with a tool that waits for the answer in it. */
export async function callTool(settings: McpSettings, runs: Runs, request: ToolRequest) {
  const { tool, input, context, canAsk, signKey } = request;
  const listener = listenerOf(context);
  const key = context.mcpReq.requestState<string>();
  if (key === undefined) {
    const work = (doors: RunDoors) => runTool(settings, tool, input, doors, canAsk);
    return resultOf(await runs.start(tool.name, work, listener), signKey);
  }
  const outcome = runs.goOn(tool.name, key, answerIn(context), listener);
  if (outcome) return resultOf(await outcome, signKey);
  const message = 'This question is no longer open: it was answered already, or not in time.';
  return errorResult({ error: { name: 'Expired', message, advice: EXPIRED } });
}

/** The person's answer; undefined if the request holds none, or none that can be read. */
function answerIn({ mcpReq }: ServerContext): boolean | undefined {
  const response = inputResponse(mcpReq.inputResponses, QUESTION);
  if (response.kind !== 'elicit') return undefined;
  return response.action === 'accept' && response.content?.[QUESTION] === true;
}

/** Runs the tool. A failure of its call is an answer; only a fault of the program is reported as well. */
async function runTool(
  settings: McpSettings,
  tool: Tool,
  input: Readonly<Record<string, unknown>>,
  { ask, ...listener }: RunDoors,
  canAsk: boolean,
): Promise<ToolAnswer> {
  const context = await contextOf(settings, { ...listener, ...(canAsk && { ask }) });
  try {
    return await tool.run(context, input);
  } catch (error) {
    try {
      return errorAnswer(context, error);
    } catch (fault) {
      settings.report(fault instanceof Error ? fault : new Error(String(fault)));
      return faultAnswer(tool);
    }
  }
}

function faultAnswer({ name }: Tool): ToolAnswer {
  const message = `${name} failed by a fault of weiban mcp.`;
  const advice = 'Calling again will not help; tell the person, who finds the cause on standard error.';
  return { isError: true, value: { error: { name: 'Fault', message, advice } } };
}

/** The context of a tool. Its caller throws, with the reason, while there are no credentials. */
async function contextOf(
  { language, openCaller, allowsWrite, masker, audit, budget }: McpSettings,
  doors: Pick<ToolContext, 'signal' | 'progress' | 'ask'>,
): Promise<ToolContext> {
  const opened = await openCaller().then(
    (caller) => () => caller,
    (error: unknown) => () => {
      throw isWeibanError(error) ? cannotCall(error) : error;
    },
  );
  return {
    ...{ language, allowsWrite, masker, audit, budget },
    ...doors,
    get caller() {
      return opened();
    },
  };
}

function cannotCall({ message }: Error): ToolRefusal {
  const advice = 'Tell the person; search_operations, describe_operation and explain_error work without it.';
  return refusal('NotConfigured', message, advice);
}

function listenerOf({ mcpReq, http }: ServerContext): Listener {
  const token = mcpReq._meta?.progressToken;
  // A client of 2025 that hangs up has cancelled nothing by its protocol, but nobody is left to read the answer.
  const signals = [mcpReq.signal, http?.req?.signal].filter((signal) => signal !== undefined);
  let last: number | undefined;
  return {
    signal: AbortSignal.any(signals),
    progress(message, done = (last ?? 0) + 1, total) {
      // The protocol requires that progress grows.
      if (token === undefined || (last !== undefined && done <= last)) return;
      last = done;
      const params = {
        progressToken: token,
        progress: done,
        message: cleanText(message),
        ...(total !== undefined && { total }),
      };
      mcpReq.notify({ method: 'notifications/progress', params }).catch(() => undefined);
    },
  };
}

async function resultOf(outcome: RunOutcome, signKey: ToolRequest['signKey']) {
  if ('answer' in outcome) {
    const { value, isError } = outcome.answer;
    return isError ? errorResult(value) : { content: [textOf(value)], structuredContent: { ...value } };
  }
  const { question, key } = outcome;
  return inputRequired({
    requestState: await signKey(key),
    inputRequests: {
      [QUESTION]: inputRequired.elicit({
        message: question,
        requestedSchema: {
          type: 'object',
          properties: { [QUESTION]: { type: 'boolean', title: 'OK' } },
          required: [QUESTION],
        },
      }),
    },
  });
}

/** An error has no structured content: it does not have the tool's output schema. */
function errorResult(value: ToolAnswer['value']): CallToolResult {
  return { content: [textOf(value)], isError: true };
}

function textOf(value: ToolAnswer['value']) {
  return { type: 'text' as const, text: JSON.stringify(value) };
}
