import type { Tool, ToolContext } from '../../../src/mcp/tool.ts';

type Run = (context: ToolContext) => Promise<Readonly<Record<string, unknown>>>;

/**
 * The tools that the conformance suite calls, as tools of this server: the suite then judges how the server answers, reports
 * progress, fails and asks. What this server has no way to do (images, sampling, logging …) is no tool here.
 */
export const fixtures: readonly Tool[] = [
  tool('test_simple_text', async () => ({ text: 'This is a simple text response for testing.' })),
  tool('test_tool_with_progress', async ({ progress }) => {
    for (const done of [0, 50, 100]) progress(`${done} %`, done, 100);
    return {};
  }),
  {
    ...tool('test_error_handling', async () => ({})),
    run: async () => ({ isError: true, value: { error: { name: 'Refused', message: 'as the test wants' } } }),
  },
  // A server that does not log writes no log for a client that asked for none.
  tool('test_logging_tool', async () => ({})),
  tool('test_streaming_elicitation', asking(1)),
  tool('test_input_required_result_elicitation', asking(1)),
  tool('test_input_required_result_request_state', asking(1)),
  tool('test_input_required_result_tampered_state', asking(1)),
  tool('test_input_required_result_multi_round', asking(2)),
  tool('json_schema_2020_12_tool', async () => ({}), schemaOf2020()),
  tool('test_custom_headers', async () => ({}), {
    type: 'object',
    properties: { region: { type: 'string', 'x-mcp-header': 'Region' } },
  }),
];

function tool(name: string, run: Run, input: Tool['input'] = { type: 'object' }): Tool {
  return {
    ...{ name, title: name, description: name, input, output: { type: 'object' } },
    annotations: { readOnlyHint: true, openWorldHint: false },
    run: async (context) => ({ value: await run(context) }),
  };
}

/** A tool that asks the person so many times, one question after the other. */
function asking(times: number): Run {
  return async ({ ask }) => {
    const answers: unknown[] = [];
    while (answers.length < times) answers.push(await ask?.(`Question ${answers.length + 1}?`));
    return { answers };
  };
}

/** The schema that the suite looks for in the list of tools, with every word that a server might lose. */
function schemaOf2020(): Tool['input'] {
  const text = { type: 'string' };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    $defs: {
      address: { $anchor: 'addressDef', type: 'object', properties: { street: text, city: text } },
    },
    properties: {
      name: text,
      address: { $ref: '#/$defs/address' },
      contactMethod: { type: 'string', enum: ['phone', 'email'] },
      phone: text,
      email: text,
    },
    allOf: [{ anyOf: [{ required: ['phone'] }, { required: ['email'] }] }],
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    ...{ if: { properties: { contactMethod: { const: 'phone' } } }, then: { required: ['phone'] } },
    else: { required: ['email'] },
    additionalProperties: false,
  };
}
