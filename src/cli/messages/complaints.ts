/** Messages about arguments, settings and failures. */
export const complaints = {
  badLanguage: ['--lang is en or zh, not "{given}".', '--lang 只能是 en 或 zh，不能是“{given}”。'],
  unknownFlag: [
    '{command} has no flag {given}; see {command} --help.',
    '{command} 没有选项 {given}；请查看 {command} --help。',
  ],
  unknownFlagNear: [
    '{command} has no flag {given}; did you mean {near}? See {command} --help.',
    '{command} 没有选项 {given}，您是否要使用 {near}？请查看 {command} --help。',
  ],
  unknownCommand: [
    'there is no command {given}; see {command} --help.',
    '没有命令 {given}；请查看 {command} --help。',
  ],
  unknownCommandNear: [
    'there is no command {given}; did you mean {near}? See {command} --help.',
    '没有命令 {given}，您是否要使用 {near}？请查看 {command} --help。',
  ],
  missingWord: [
    '{command} needs <{given}>; see {command} --help.',
    '{command} 缺少 <{given}>；请查看 {command} --help。',
  ],
  missingCommand: [
    '{command} needs a subcommand; see the list above.',
    '{command} 需要子命令；请参考上面的列表。',
  ],
  missingValue: ['{given} needs a value.', '{given} 需要一个值。'],
  tooManyWords: [
    'too many arguments for {command}; see {command} --help.',
    '{command} 的参数过多；请查看 {command} --help。',
  ],
  badChoice: ['{given} is not one of: {detail}.', '{given} 的取值只能是：{detail}。'],
  unknownOperation: [
    'there is no operation "{given}"; search with weiban ops <words>.',
    '没有名为“{given}”的接口；可用 weiban ops <关键词> 查找。',
  ],
  unknownOperationNear: [
    'there is no operation "{given}"; did you mean {near}? Search with weiban ops <words>.',
    '没有名为“{given}”的接口，您是否要使用 {near}？可用 weiban ops <关键词> 查找。',
  ],
  noOperation: [
    'no operation matches "{words}"; try fewer or other words, in Chinese or English.',
    '没有与“{words}”有关的接口；请减少或更换关键词，中英文均可。',
  ],
  noError: [
    'no documented error matches "{words}"; weiban errors lists all of them.',
    '文档中没有与“{words}”匹配的错误；weiban errors 可列出全部错误。',
  ],
  noErrorNear: [
    'no documented error matches "{words}"; did you mean {near}? weiban errors lists all of them.',
    '文档中没有与“{words}”匹配的错误，您是否要查找 {near}？weiban errors 可列出全部错误。',
  ],
  notJson: ['{where} is not valid JSON: {problem}.', '{where} 不是有效的 JSON：{problem}。'],
  notObject: ['{where} must be a JSON object of arguments.', '{where} 必须是包含参数的 JSON 对象。'],
  dataSource: [
    '--data takes @file, or - for standard input, not "{given}"; for JSON on the command line use --json.',
    '--data 只接受 @file 或 -（标准输入），不能是“{given}”；如需直接在命令行写 JSON，请用 --json。',
  ],
  fileUnreadable: ['{file} cannot be read ({problem}).', '无法读取 {file}（{problem}）。'],
  notAFile: ['{flag} takes a file: write @ and its path.', '{flag} 需要一个文件：请写 @ 加文件路径。'],
  flagTwice: ['{flag} takes one value but was given several.', '{flag} 只能指定一次。'],
  badValue: ['{flag} takes {type}, not "{given}".', '{flag} 的类型应为 {type}，不能是“{given}”。'],
  badTime: [
    '{flag} takes {type} or a date such as 2026-01-01 or 2026-01-01T08:00+08:00, not "{given}".',
    '{flag} 应为 {type}，或日期（如 2026-01-01、2026-01-01T08:00+08:00），不能是“{given}”。',
  ],
  notUtf8: [
    '{where} is not UTF-8 text; save it as UTF-8, so that no character is lost.',
    '{where} 不是 UTF-8 文本；请另存为 UTF-8，以免丢失字符。',
  ],
  unknownField: [
    'there is no field "{step}" for --fields {name}; known here: {known}.',
    '--fields {name} 中没有字段“{step}”；可用的字段：{known}。',
  ],
  unknownFieldNear: [
    'there is no field "{step}" for --fields {name}; did you mean {near}? Known here: {known}.',
    '--fields {name} 中没有字段“{step}”，您是否要使用 {near}？可用的字段：{known}。',
  ],
  notAmong: [
    '{flag} must be one of {known}, not "{given}".',
    '{flag} 的取值只能是 {known}，不能是“{given}”。',
  ],
  unknownArgument: [
    'the operation has no argument {name}; see its --help.',
    '该接口没有参数 {name}；请用 --help 查看。',
  ],
  unknownArgumentNear: [
    'the operation has no argument {name}; did you mean {near}?',
    '该接口没有参数 {name}；您是否要使用 {near}？',
  ],
  missingArguments: [
    '{name} needs {missing}; see weiban call {name} --help.',
    '{name} 缺少必填参数 {missing}；请查看 weiban call {name} --help。',
  ],
  oneRequired: ['{name} needs at least one of {anyOf}.', '{name} 至少需要以下参数之一：{anyOf}。'],
  callToken: [
    'the token is a secret: use weiban token, and weiban token --show to see it.',
    'token 属于敏感信息：请用 weiban token；如需查看，请用 weiban token --show。',
  ],
  notAList: ['{name} is not a list with pages; remove --all.', '{name} 不是分页列表；请去掉 --all。'],
  maxNeedsAll: [
    '--max requires --all; for a single page use the page size argument of the operation.',
    '--max 必须与 --all 一起使用；如只需一页，请使用接口的每页条数参数。',
  ],
  needsYes_change: [
    '{name} changes data, and there is no terminal to ask for confirmation; add --yes to send it, or --dry-run to see it.',
    '{name} 会修改数据，但当前没有终端可供确认；请加 --yes 发送，或用 --dry-run 查看请求。',
  ],
  needsYes_delete: [
    '{name} deletes data for good, and there is no terminal to ask for confirmation; add --yes to send it, or --dry-run to see it.',
    '{name} 会永久删除数据，但当前没有终端可供确认；请加 --yes 发送，或用 --dry-run 查看请求。',
  ],
  needsYes_send: [
    '{name} sends something to people, and there is no terminal to ask for confirmation; add --yes to send it, or --dry-run to see it.',
    '{name} 会向人发送内容，但当前没有终端可供确认；请加 --yes 发送，或用 --dry-run 查看请求。',
  ],
  secretInFlag: [
    'a secret in a flag ({flag}) stays in your shell history and is visible in the process list; set {variable} or run weiban config set.',
    '写在命令行里的密钥（{flag}）会留在 shell 历史和进程列表中；请改用 {variable} 或 weiban config set。',
  ],
  noMcpPackages: [
    'this command needs two more packages; run: npm install @modelcontextprotocol/server quickjs-emscripten',
    '该命令还需要两个包，请执行：npm install @modelcontextprotocol/server quickjs-emscripten',
  ],
  noRedisPackage: [
    '{variable} is set, which needs one more package; run: npm install ioredis',
    '设置了 {variable}，还需要一个包，请执行：npm install ioredis',
  ],
  badRedisUrl: [
    '{variable} is no address of Redis; it has the form redis://127.0.0.1:6379.',
    '{variable} 不是 Redis 地址，格式为 redis://127.0.0.1:6379。',
  ],
  redisAway: [
    'Redis cannot be used ({reason}); this process keeps to its share of the limits until it can.',
    'Redis 不可用（{reason}）；恢复前本进程只使用自己的那份限额。',
  ],
  noWrite: [
    '--allow-writes: no operation is named "{given}"; list the names with weiban ops.',
    '--allow-writes：没有名为“{given}”的接口；可用 weiban ops 查看名称。',
  ],
  noWriteNear: [
    '--allow-writes: no operation is named "{given}"; did you mean {near}?',
    '--allow-writes：没有名为“{given}”的接口，您是否要使用 {near}？',
  ],
  onlyReads: [
    '--allow-writes: "{given}" names reads only, which need no permission.',
    '--allow-writes：“{given}”只包含读操作，无需授权。',
  ],
  noCredentials: [
    'credentials are missing: set {missing}, or run weiban config set, which saves them in {path}.',
    '缺少凭据：请设置 {missing}，或运行 weiban config set（保存在 {path}）。',
  ],
  credentialsOpen: [
    'others can read or change {path} (mode {mode}); run chmod 600 {path}, and get a new secret if others may have read it.',
    '{path} 可被其他用户读取或修改（权限 {mode}）；请运行 chmod 600 {path}；如果可能已泄露，请更换 secret。',
  ],
  credentialsBroken: [
    '{path} is not a credentials file of weiban config set; run weiban config set again.',
    '{path} 的内容不是 weiban config set 写入的凭据；请重新运行该命令。',
  ],
  configNeedsFlag: [
    'pass {flags}, because standard input is for secrets.',
    '请指定 {flags}，因为标准输入用于读取密钥。',
  ],
  configEmpty: ['{names} must not be empty; nothing was written.', '{names} 不能为空；未写入任何内容。'],
  configNothing: [
    'this API takes no credentials, so there is nothing to save.',
    '该 API 不需要凭据，没有可保存的内容。',
  ],
  jsonOrYaml: ['use --json or --yaml, not both.', '--json 和 --yaml 只能指定一个。'],
  postmanIsNoOpenApi: [
    'use --postman without --yaml and --openapi: Postman takes JSON, and a collection has no version of OpenAPI.',
    '--postman 不能与 --yaml、--openapi 同时使用：Postman 文件都是 JSON，也没有 OpenAPI 版本之分。',
  ],
  unknownShell: [
    'there is no completion for "{given}", only for {known}.',
    '不支持“{given}”的补全，仅支持 {known}。',
  ],
  noWebhookKey: [
    'the key of the callback application is missing: set {missing}.',
    '缺少回调应用的密钥：请设置 {missing}。',
  ],
  webhookNeedsQuery: [
    'pass --query, the part of the request URL after the question mark.',
    '请指定 --query，即请求地址中问号之后的部分。',
  ],
  webhookUrl: [
    'the address of the receiver must be an http or https URL.',
    '接收地址必须是 http 或 https 地址。',
  ],
  refused_query: [
    'the message is refused: these parameters of --query are missing, come twice or are not readable: {detail}; pass the query as it came, in quotes.',
    '消息被拒绝：--query 中的参数缺失、重复或无法识别：{detail}；请原样传入查询字符串，并加引号。',
  ],
  refused_body: [
    'the message is refused: standard input is not a JSON object with the text "encrypt"; pass the body of the request as it came.',
    '消息被拒绝：标准输入不是带有 "encrypt" 文本的 JSON 对象；请原样传入请求的 body。',
  ],
  refused_size: ['the message is refused: the body is too large.', '消息被拒绝：body 过大。'],
  refused_token: [
    'the message is refused: the key opens it, but WEIBAN_WEBHOOK_TOKEN did not sign it; copy the token again, and pass the query as it came.',
    '消息被拒绝：密钥可以解密，但签名与 WEIBAN_WEBHOOK_TOKEN 不符；请重新复制 Token，并原样传入查询字符串。',
  ],
  refused_signature: [
    'the message is refused: neither WEIBAN_WEBHOOK_TOKEN nor WEIBAN_WEBHOOK_AES_KEY fits; both are of another callback application, or the message is not from Weiban.',
    '消息被拒绝：WEIBAN_WEBHOOK_TOKEN 和 WEIBAN_WEBHOOK_AES_KEY 都不符；可能属于另一个回调应用，或消息不是微伴发出的。',
  ],
  refused_clock: [
    "the message is refused: it is {detail} seconds old (negative: from the future); set this machine's clock, or add --any-time for a recorded message.",
    '消息被拒绝：消息时间与当前时间相差 {detail} 秒（负数表示在未来）；请校准本机时间，校验录制的消息请加 --any-time。',
  ],
  refused_key: [
    'the message is refused: the token signed it, but WEIBAN_WEBHOOK_AES_KEY does not open it; copy the EncodingAESKey again.',
    '消息被拒绝：签名正确，但 WEIBAN_WEBHOOK_AES_KEY 无法解密；请重新复制 EncodingAESKey。',
  ],
  refused_receiveId: [
    'the message is refused: it is for {detail}; if that is an id of your company, pass it with --receive-id or WEIBAN_WEBHOOK_RECEIVE_ID.',
    '消息被拒绝：消息的接收方是 {detail}；如果是本企业的 id，请用 --receive-id 或 WEIBAN_WEBHOOK_RECEIVE_ID 指定。',
  ],
  refused_message: [
    'the message is refused: it is authentic, but it is not a JSON object.',
    '消息被拒绝：签名和密钥正确，但内容不是 JSON 对象。',
  ],
  failed_code: [
    '{operation} failed with {code} {names}: {message}',
    '{operation} 调用失败，错误码 {code} {names}：{message}',
  ],
  failed_api: ['{operation} failed.', '{operation} 调用失败。'],
  failed_transport: [
    '{operation} got no answer; check the network and the server.',
    '{operation} 没有响应；请检查网络和服务地址。',
  ],
  failed_timeout: ['{operation} got no answer in time.', '{operation} 超时。'],
  failed_response: ['{operation} got an answer that cannot be used.', '{operation} 的响应无法使用。'],
  failed_limit: [
    '{operation} was not sent because of the limits of the company.',
    '{operation} 受企业限流限制，未发送。',
  ],
  failed_config: ['the settings are invalid.', '设置无效。'],
  undocumented: ['(undocumented)', '（文档未列出）'],
  seeErrors: [
    'This operation does not document {code}; weiban errors {code} shows its meanings for other operations.',
    '文档没有说明 {code} 在该接口中的含义；可用 weiban errors {code} 查看它在其他接口中的含义。',
  ],
  interrupted: ['interrupted', '已中断'],
  bug: ['this is a bug of the command, please report it: {problem}', '本命令存在缺陷，请反馈：{problem}'],
} as const satisfies Record<string, readonly [en: string, zh: string]>;
