/** What help says of commands and flags. */
export const help = {
  program: [
    'Calls the Weiban (微伴助手) open API, and says what is known of it. Unofficial.',
    '调用微伴助手开放平台接口，并查询接口信息。非官方工具。',
  ],
  commandHelp: ['show the help of a command', '显示命令的帮助'],
  commandCall: [
    'call an operation, named by method (opportunity.one), operationId or URL; weiban call <operation> --help lists its arguments',
    '调用一个接口，可写方法名（opportunity.one）、operationId 或 URL；weiban call <operation> --help 列出参数',
  ],
  commandOps: [
    'find an operation by URL, Chinese title or English words',
    '按 URL、中文标题或英文词查找接口',
  ],
  commandShow: [
    'show an operation: arguments, result, errors, limits, seat, documentation page',
    '显示一个接口：参数、返回、错误码、频率限制、席位、文档页',
  ],
  commandErrors: ['explain an error code, by number, name or words', '解释错误码，可写数字、名称或关键词'],
  commandToken: [
    'get an access token and say that it works and how long; the token itself only with --show',
    '获取 access token，说明是否可用及有效期；加 --show 才显示 token 本身',
  ],
  commandConfig: ['keep credentials in a file that only you can read', '把凭据保存在只有本人可读的文件里'],
  commandConfigSet: [
    'write the credentials; the secret comes from a prompt or standard input',
    '写入凭据；secret 从提示或标准输入读取',
  ],
  commandConfigShow: [
    'show which settings are in force and where they come from',
    '显示当前生效的设置及其来源',
  ],
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
  commandSandbox: ['run a local server that answers as Weiban does', '启动一个像微伴一样应答的本地服务'],
  commandSpec: ['print the OpenAPI document', '输出 OpenAPI 文档'],
  commandCompletion: [
    'print the completion script of a shell: bash, zsh, fish',
    '输出 shell 补全脚本：bash、zsh、fish',
  ],
  flagHelp: ['show this help', '显示帮助'],
  flagVersion: ['show the version', '显示版本号'],
  flagLang: [
    'en or zh; else the locale decides (LC_ALL, LANG)',
    'en 或 zh；不写则由区域设置（LC_ALL、LANG）决定',
  ],
  flagJson: [
    'arguments as one JSON object; flags win over it',
    '以一个 JSON 对象给出参数；同名参数以命令行为准',
  ],
  flagData: [
    'arguments as JSON from a file (@file) or standard input (-)',
    '从文件（@file）或标准输入（-）读取 JSON 参数',
  ],
  flagOutput: ['how to print; a table on a terminal, else JSON', '输出格式；终端上为表格，否则为 JSON'],
  flagOutputText: ['how to print; text when left out', '输出格式；默认为文本'],
  flagAll: ['walk all pages of a list', '读取列表的所有页'],
  flagMax: ['with --all: stop after so many rows', '与 --all 合用：读到这么多行为止'],
  flagDryRun: ['print the request without token, and send nothing', '只输出请求（不含 token），不发送'],
  flagYes: ['do not ask before a write', '写操作前不再询问'],
  flagCorpId: [
    'the company id; else WEIBAN_CORP_ID or the credentials file',
    '企业 corp_id；否则取 WEIBAN_CORP_ID 或凭据文件',
  ],
  flagSecret: [
    'the secret; stays in your shell history, so rather set WEIBAN_SECRET or run weiban config set',
    'secret；会留在 shell 历史里，建议改用 WEIBAN_SECRET 或 weiban config set',
  ],
  flagBaseUrl: [
    'another server, such as a sandbox; else WEIBAN_BASE_URL',
    '其他服务地址，例如沙箱；否则取 WEIBAN_BASE_URL',
  ],
  flagTimeout: ['seconds that a call may take', '一次调用最长的秒数'],
  flagVerbose: ['tell on standard error what happens', '在标准错误输出过程信息'],
  flagNoTokenCache: ['do not keep the token between runs', '不在两次运行之间保存 token'],
  flagShow: ['print the token itself', '输出 token 本身'],
  flagFresh: ['ask for a new token, whatever is cached', '不用缓存，重新获取 token'],
  flagPort: ['the port; any free one when left out', '端口；不写则任选空闲端口'],
  flagHost: ['the address to listen at; 127.0.0.1 when left out', '监听地址；默认 127.0.0.1'],
  flagSeed: [
    'decides all data: the same seed gives the same answers',
    '决定全部数据：相同的种子得到相同的应答',
  ],
  flagRows: ['rows of each list', '每个列表的行数'],
  flagLatency: ['milliseconds before each answer', '每次应答前等待的毫秒数'],
  flagTimeScale: ['how many times as fast its time goes', '沙箱时间的倍速'],
  flagNoLimits: ["without Weiban's limits", '不施加微伴的频率限制'],
  flagScenario: [
    'what a call meets: <operation>=<scenario>, or <scenario> for all, such as opportunityOne=error:OpportunityNotFound; may be given several times',
    '调用遇到的情形：<接口>=<情形>，或单写 <情形> 用于全部，例如 opportunityOne=error:OpportunityNotFound；可多次给出',
  ],
  flagQuery: ['the query of the request, or its whole URL', '请求的查询串，或完整 URL'],
  flagAnyTime: ['accept a message of any time, such as a recorded one', '不检查时间，例如校验录制的消息'],
  flagReceiveId: [
    'whom messages are for: the company id at WeCom or Weiban; else WEIBAN_WEBHOOK_RECEIVE_ID',
    '接收方：企业在企业微信或微伴的 id；否则取 WEIBAN_WEBHOOK_RECEIVE_ID',
  ],
  flagCheck: [
    'ask for the echo that Weiban asks for when an address is entered',
    '像微伴配置回调地址时那样校验 URL',
  ],
  flagWebhookCorpId: ['the corp_id beside the ciphertext', '密文旁的 corp_id'],
  flagAppId: ['the app_id beside the ciphertext', '密文旁的 app_id'],
  flagSpecJson: ['as JSON, which is the default', 'JSON 格式（默认）'],
  flagSpecYaml: ['as YAML', 'YAML 格式'],
  flagSpecPath: ['the path of the file in place of its text', '输出文件路径而不是内容'],
} as const satisfies Record<string, readonly [en: string, zh: string]>;
