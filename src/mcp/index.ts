// The MCP server: the operations of the API for agents, over standard input and output or HTTP.

export { serveMcpOverHttp } from './serve-http.ts';
export { serveMcpOverStdio } from './serve-stdio.ts';
export type { McpSettings } from './settings.ts';
export { tools } from './tools/index.ts';
