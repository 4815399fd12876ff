// The MCP server: the operations of the API for agents, over standard input and output or HTTP.
export { openAuditLog } from './audit-log.ts';
export { createMasker, type MaskKind } from './mask/index.ts';
export { serveMcpOverHttp } from './serve-http.ts';
export { serveMcpOverStdio } from './serve-stdio.ts';
export type { McpSettings } from './settings.ts';
export { createTools } from './tools/index.ts';
