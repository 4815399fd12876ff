/** What is said of arguments, settings and failures. */
export const complaints = {
  badLanguage: ['--lang is en or zh, not "{given}".', '--lang 只能是 en 或 zh，不能是“{given}”。'],
  unknownFlag: [
    '{command} has no flag {given}; see {command} --help.',
    '{command} 没有 {given}；请看 {command} --help。',
  ],
  unknownFlagNear: [
    '{command} has no flag {given}; did you mean {near}? See {command} --help.',
    '{command} 没有 {given}，是否想写 {near}？请看 {command} --help。',
  ],
  unknownCommand: [
    'there is no command {given}; see {command} --help.',
    '没有命令 {given}；请看 {command} --help。',
  ],
  unknownCommandNear: [
    'there is no command {given}; did you mean {near}? See {command} --help.',
    '没有命令 {given}，是否想写 {near}？请看 {command} --help。',
  ],
  missingWord: [
    '{command} needs <{given}>; see {command} --help.',
    '{command} 缺少 <{given}>；请看 {command} --help。',
  ],
  missingCommand: [
    '{command} needs a command; see the list above.',
    '{command} 后面要写命令；请看上面的列表。',
  ],
  missingValue: ['{given} needs a value.', '{given} 后面要写值。'],
  tooManyWords: [
    '{command} takes fewer words; see {command} --help.',
    '{command} 的参数过多；请看 {command} --help。',
  ],
  badChoice: ['{given} is none of: {detail}.', '{given} 的取值只能是：{detail}。'],
  unknownOperation: [
    'no operation is called "{given}"; find it with weiban ops <words>.',
    '没有名为“{given}”的接口；可用 weiban ops <关键词> 查找。',
  ],
  unknownOperationNear: [
    'no operation is called "{given}"; did you mean {near}? Find others with weiban ops <words>.',
    '没有名为“{given}”的接口，是否想写 {near}？可用 weiban ops <关键词> 查找。',
  ],
  noOperation: [
    'no operation is about "{words}"; try fewer or other words, in Chinese or English.',
    '没有与“{words}”有关的接口；请减少或更换关键词，中英文均可。',
  ],
  noError: [
    'no documented error is "{words}"; weiban errors lists all of them.',
    '文档中没有错误“{words}”；weiban errors 列出全部。',
  ],
  noErrorNear: [
    'no documented error is "{words}"; did you mean {near}? weiban errors lists all of them.',
    '文档中没有错误“{words}”，是否想写 {near}？weiban errors 列出全部。',
  ],
  notJson: ['{where} is not JSON: {problem}.', '{where} 不是 JSON：{problem}。'],
  notObject: ['{where} must be a JSON object of arguments.', '{where} 必须是一个 JSON 参数对象。'],
  dataSource: [
    '--data takes @file or - for standard input, not "{given}"; for JSON on the command line use --json.',
    '--data 只接受 @file 或 -（标准输入），不能是“{given}”；直接写 JSON 请用 --json。',
  ],
  fileUnreadable: ['{file} cannot be read ({problem}).', '无法读取 {file}（{problem}）。'],
  flagTwice: ['{flag} takes one value and was given several.', '{flag} 只能写一次。'],
  badValue: ['{flag} takes {type}, not "{given}".', '{flag} 需要 {type}，不能是“{given}”。'],
  notAmong: ['{flag} is one of {known}, not "{given}".', '{flag} 的取值只能是 {known}，不能是“{given}”。'],
  unknownArgument: [
    'the specification has no argument {name}; it is sent as it is.',
    '规范中没有参数 {name}；按原样发送。',
  ],
  unknownArgumentNear: [
    'the specification has no argument {name} (did you mean {near}?); it is sent as it is.',
    '规范中没有参数 {name}（是否想写 {near}？）；按原样发送。',
  ],
  missingArguments: [
    '{name} needs {missing}; see weiban call {name} --help.',
    '{name} 缺少 {missing}；请看 weiban call {name} --help。',
  ],
  oneRequired: ['{name} needs at least one of {anyOf}.', '{name} 至少需要 {anyOf} 之一。'],
  callToken: [
    'the token is a secret: use weiban token, and weiban token --show to see it.',
    'token 属于机密：请用 weiban token；要查看请用 weiban token --show。',
  ],
  notAList: ['{name} is no list that pages; leave --all out.', '{name} 不是分页列表；请去掉 --all。'],
  maxNeedsAll: [
    '--max goes with --all; for one page use the size that the operation takes.',
    '--max 要与 --all 合用；只取一页请用接口自己的每页数量参数。',
  ],
  needsYes: [
    '{name} changes data, and nobody is here to be asked; give --yes to send it, or --dry-run to see it.',
    '{name} 会修改数据，但当前无法询问确认；加 --yes 发送，或用 --dry-run 查看。',
  ],
  secretInFlag: [
    'a secret in a flag stays in the history of your shell and shows in the list of processes; set WEIBAN_SECRET or run weiban config set.',
    '写在命令行里的 secret 会留在 shell 历史和进程列表中；请改用 WEIBAN_SECRET 或 weiban config set。',
  ],
  noCredentials: [
    'credentials are missing: set {missing}, or run weiban config set, which keeps them in {path}.',
    '缺少凭据：请设置 {missing}，或运行 weiban config set（保存在 {path}）。',
  ],
  credentialsOpen: [
    '{path} can be read or changed by others (mode {mode}); run chmod 600 {path}, and get a new secret if others may have read it.',
    '{path} 可被他人读取或修改（权限 {mode}）；请运行 chmod 600 {path}，如可能已泄露请更换 secret。',
  ],
  credentialsBroken: [
    '{path} holds no credentials as weiban config set writes them; run it again.',
    '{path} 的内容不是 weiban config set 写入的凭据；请重新运行该命令。',
  ],
  configNeedsCorpId: [
    'give --corp-id, for standard input holds the secret.',
    '请写 --corp-id，因为标准输入是 secret。',
  ],
  configEmpty: [
    'neither the company id nor the secret may be empty; nothing was written.',
    'corp_id 和 secret 都不能为空；没有写入。',
  ],
  jsonOrYaml: ['give --json or --yaml, not both.', '--json 和 --yaml 只能写一个。'],
  unknownShell: [
    'there is no completion for "{given}", only for {known}.',
    '没有“{given}”的补全，只有 {known}。',
  ],
  noWebhookKey: [
    'the key of the callback application is missing: set {missing}.',
    '缺少回调应用的密钥：请设置 {missing}。',
  ],
  webhookNeedsQuery: [
    'give --query, the part of the request behind the question mark.',
    '请写 --query，即请求地址问号后的部分。',
  ],
  webhookUrl: [
    'the address of the receiver must be an http or https URL.',
    '接收地址必须是 http 或 https URL。',
  ],
  untrusted: [
    'the message is not signed and encrypted for this receiver, or its time is not now; check the key, the receive id and the query, or give --any-time.',
    '消息的签名、加密或时间与本接收方不符；请检查密钥、接收方 id 和查询串，或加 --any-time。',
  ],
  failed_code: [
    '{operation} failed with {code} {names}: {message}',
    '{operation} 失败，错误码 {code} {names}：{message}',
  ],
  failed_api: ['{operation} failed.', '{operation} 失败。'],
  failed_transport: [
    '{operation} got no answer; check the network and the server.',
    '{operation} 没有应答；请检查网络和服务地址。',
  ],
  failed_timeout: ['{operation} got no answer in time.', '{operation} 超时。'],
  failed_response: ['{operation} got an answer that cannot be used.', '{operation} 的应答无法使用。'],
  failed_limit: [
    '{operation} was not sent, for the limits of the company.',
    '{operation} 因企业的频率限制未发送。',
  ],
  failed_config: ['the settings cannot be used.', '设置无法使用。'],
  undocumented: ['(undocumented)', '（文档未列出）'],
  seeErrors: [
    'No meaning of {code} is documented for this operation; weiban errors {code} shows others.',
    '文档没有说明该接口的 {code}；可用 weiban errors {code} 查看其他接口的含义。',
  ],
  interrupted: ['interrupted', '已中断'],
  bug: ['a mistake in this command, please report it: {problem}', '本命令出错，请反馈：{problem}'],
} as const satisfies Record<string, readonly [en: string, zh: string]>;
