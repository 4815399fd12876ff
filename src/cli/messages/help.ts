/** Help texts of commands and flags. */
export const help = {
  program: [
    'Calls the Weiban (微伴助手) open API, and looks up its operations and errors. Unofficial.',
    '调用微伴助手开放平台接口，并查询接口和错误码。非官方工具。',
  ],
  commandHelp: ['show the help of a command', '显示命令的帮助'],
  commandCall: [
    'call an operation by method name (opportunity.one), operationId or URL; weiban call <operation> --help lists its arguments',
    '调用接口，可用方法名（opportunity.one）、operationId 或 URL 指定；weiban call <operation> --help 列出参数',
  ],
  commandOps: [
    'find an operation by URL, Chinese title or English words',
    '按 URL、中文标题或英文关键词查找接口',
  ],
  commandShow: [
    'show an operation: arguments, result, errors, limits, seat, documentation page',
    '显示接口详情：参数、返回值、错误码、频率限制、席位、文档页',
  ],
  commandErrors: [
    'explain an error code, by number, name or words',
    '解释错误码，可用数字、名称或关键词查找',
  ],
  commandToken: [
    'get an access token to test the credentials, and print its lifetime; --show prints the token itself',
    '获取 access token 以验证凭据，并显示有效期；加 --show 才会输出 token',
  ],
  commandConfig: ['save credentials in a file that only you can read', '把凭据保存在仅本人可读的文件中'],
  commandConfigSet: [
    'save the credentials; the secret is read from a prompt or standard input',
    '保存凭据；secret 通过提示输入或从标准输入读取',
  ],
  commandConfigShow: ['show the effective settings and where they come from', '显示当前生效的设置及其来源'],
  commandConfigRemove: ['remove the credentials and the cached tokens', '删除凭据和缓存的 token'],
  commandWebhook: ['verify and send pushed messages', '校验和发送推送消息'],
  commandWebhookVerify: [
    'check the signature of a pushed message from standard input and decrypt it',
    '校验标准输入中推送消息的签名并解密',
  ],
  commandWebhookSend: [
    'encrypt a message from standard input and send it to your own receiver, as Weiban does',
    '按微伴的方式加密标准输入中的消息，并发送到自己的接收地址',
  ],
  commandSandbox: ['run a local server that answers as Weiban does', '启动本地沙箱服务，像微伴一样响应请求'],
  commandSpec: ['print the OpenAPI document or a file for Postman', '输出 OpenAPI 文档或 Postman 文件'],
  commandCompletion: [
    'print the completion script of a shell: bash, zsh, fish, powershell',
    '输出 shell 补全脚本：bash、zsh、fish、powershell',
  ],
  flagHelp: ['show this help', '显示帮助'],
  flagVersion: ['show the version', '显示版本号'],
  flagLang: ['en or zh; default: the locale (LC_ALL, LANG)', 'en 或 zh；默认由区域设置（LC_ALL、LANG）决定'],
  flagJson: [
    'arguments as a JSON object; flags for single arguments override it',
    'JSON 对象形式的参数；同名参数以单独的选项为准',
  ],
  flagData: [
    'arguments as JSON from a file (@file) or standard input (-)',
    '从文件（@file）或标准输入（-）读取 JSON 参数',
  ],
  flagOutput: [
    'output format; default: a table on a terminal, otherwise JSON',
    '输出格式；默认在终端上为表格，否则为 JSON',
  ],
  flagOutputText: ['output format; default: text', '输出格式；默认为文本'],
  flagFields: [
    'only these fields of each row, or of the answer: id,staff.name; in tables, these columns',
    '只输出每行（或响应）中的这些字段：id,staff.name；在表格中即为列',
  ],
  flagAll: [
    'walk all pages of a list; send a list argument that is too long in several calls',
    '读取列表的所有页；列表参数超过单次上限时分多次发送',
  ],
  flagMax: ['with --all: the maximum number of rows', '与 --all 一起使用：最多读取的行数'],
  flagDryRun: ['print the request without the token, and send nothing', '只输出请求（不含 token），不发送'],
  flagYes: ['do not ask for confirmation before a write', '写操作前不再确认'],
  flagCorpId: [
    'the company id; default: WEIBAN_CORP_ID or the credentials file',
    '企业 ID；默认取 WEIBAN_CORP_ID 或凭据文件',
  ],
  flagSecret: [
    'the secret; it stays in your shell history, so set WEIBAN_SECRET or run weiban config set instead',
    'secret；会留在 shell 历史中，建议改用 WEIBAN_SECRET 或 weiban config set',
  ],
  flagUsername: [
    'the user name for {scheme}; default: {variable} or the credentials file',
    '{scheme} 的用户名；默认取 {variable} 或凭据文件',
  ],
  flagCredential: [
    'the credential for {scheme}; it stays in your shell history, so set {variable} or run weiban config set instead',
    '{scheme} 的凭据；会留在 shell 历史中，建议改用 {variable} 或 weiban config set',
  ],
  flagBaseUrl: [
    'another server, such as a sandbox; default: WEIBAN_BASE_URL',
    '其他服务地址，例如沙箱；默认取 WEIBAN_BASE_URL',
  ],
  flagAllowHttp: [
    'send over http to another machine, so that everyone on the way can read the secret; or WEIBAN_ALLOW_HTTP=1',
    '允许以 http 访问其他机器（途经的任何人都能读到 secret）；也可设 WEIBAN_ALLOW_HTTP=1',
  ],
  flagTimeout: ['time limit of a call, in seconds', '单次调用的超时时间（秒）'],
  flagVerbose: ['log each step on standard error', '在标准错误中输出详细过程'],
  flagNoTokenCache: ['do not keep the token between runs', '不缓存 token'],
  flagShow: ['print the token itself', '输出 token 本身'],
  flagFresh: ['get a new token even if one is cached', '忽略缓存，重新获取 token'],
  flagPort: ['the port; default: any free port', '端口；默认任选一个空闲端口'],
  flagHost: ['the address to listen on; default: 127.0.0.1', '监听地址；默认 127.0.0.1'],
  flagSeed: [
    'decides all data: the same seed gives the same answers',
    '随机种子，决定全部数据：相同的种子得到相同的响应',
  ],
  flagRows: ['rows of each list', '每个列表的行数'],
  flagLatency: ['delay before each answer, in milliseconds', '每次响应前的延迟（毫秒）'],
  flagTimeScale: ['how many times faster its time passes', '沙箱时间的流逝倍速'],
  flagCors: ['let web pages of this origin, or of any, call it', '允许该来源（不写则任意来源）的网页调用'],
  flagNoLimits: ["without Weiban's limits", '不启用微伴的限流'],
  flagScenario: [
    'a scenario for calls: <operation>=<scenario>, or <scenario> for all, such as opportunityOne=error:OpportunityNotFound; repeatable',
    '调用时模拟的场景：<接口>=<场景>，或只写 <场景> 用于全部接口，例如 opportunityOne=error:OpportunityNotFound；可重复指定',
  ],
  flagQuery: ['the query of the request, or its full URL', '请求的查询参数，或完整 URL'],
  flagAnyTime: [
    'accept a message with any timestamp, such as a recorded one',
    '不检查时间戳，例如校验录制的消息',
  ],
  flagReceiveId: [
    'the receiver of messages: the company id at WeCom or Weiban; default: WEIBAN_WEBHOOK_RECEIVE_ID',
    '接收方：企业在企业微信或微伴中的 id；默认取 WEIBAN_WEBHOOK_RECEIVE_ID',
  ],
  flagCheck: [
    'verify the address by an echo, as Weiban does when an address is configured',
    '像微伴配置回调地址时那样校验该地址',
  ],
  flagWebhookCorpId: ['the company id next to the ciphertext', '与密文一起发送的企业 ID'],
  flagAppId: ['the app_id next to the ciphertext', '与密文一起发送的 app_id'],
  flagSpecJson: ['as JSON (default)', 'JSON 格式（默认）'],
  flagSpecYaml: ['as YAML', 'YAML 格式'],
  flagSpecVersion: [
    'the version of OpenAPI: 3.1 (default), or 3.0 for generators of other languages',
    'OpenAPI 版本：3.1（默认），或供其他语言代码生成器使用的 3.0',
  ],
  flagSpecPostman: [
    'a file for Postman instead: the collection, or the environment of the sandbox or of production',
    '改为输出 Postman 文件：collection（接口集合）、sandbox（沙箱环境）或 production（正式环境）',
  ],
  flagSpecPath: ['print the path of the file instead of its text', '输出文件路径，而不是文件内容'],
} as const satisfies Record<string, readonly [en: string, zh: string]>;
