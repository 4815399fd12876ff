/**
 * The output of the programs, by name. A program without output is not listed: it only has to end with exit code 0.
 * Patterns match the names and numbers that the sandbox generates.
 */
export const EXPECTED_OUTPUT: Readonly<Record<string, RegExp>> = {
  'README.md ts 1': /^(\S+: \S+\n){5}(\p{Script=Han}+\d*\n){1000}$/u,
  'README.md js 1': /^\[( '\S+',?){5} \]\n$/,
  'README.md ts 2': /^not found: 22201\napi opportunityOne failed with 22201 \(OpportunityNotFound.*\n$/,
  'docs/batches.md ts 1': /^1000\n$/,
  'docs/batches.md ts 2': /^250 shops imported, 0 left\n$/,
  'docs/batches.md ts 3': /^[1-9]\d*\n$/,
  'docs/client.md ts 1': /^1000\n$/,
  'docs/client.md ts 2': /^\S+\n1\n200 application\/json 1000\n$/,
  'docs/client.md ts 4': /^\S+\n200 true\n$/,
  'docs/client.md ts 5': /^\p{Script=Han}+\n(wm\w+\n){1000}$/u,
  'docs/errors.md ts 1':
    /^api 22201 OpportunityNotFound\n商机不存在 No opportunity matches\. Check the id.* 检查 id.*\nnot found\n$/,
  'docs/errors.md ts 2': /^22201 \[ 'OpportunityNotFound', .*\]\n商机不存在 检查 id.*\n$/,
  'docs/limits.md ts 1': /^1000\n$/,
  'docs/limits.md ts 2': /^1000\n$/,
  'docs/limits.md ts 3': /^(weiban .*\n){5}1\n$/,
  'docs/lists.md ts 1': /^1000\n$/,
  'docs/lists.md ts 2': /^(100 1000\n){10}$/,
  'docs/lists.md ts 3': /^1000\n$/,
  'docs/lists.md ts 4': /^(100\n){10}$/,
  'docs/record.md ts 2': /^live- true\n$/,
  'docs/redis.md ts 1': /^1000\n$/,
  'docs/redis.md ts 2': /^1000\n$/,
  'docs/redis.md ts 3': /^405\n$/,
  'docs/testing.md ts 2': /^false\n0\n2\n$/,
  'docs/validate.md ts 1':
    /^externalUserList departs from the specification in 2 places:\n {2}error \/total is missing.*\n {2}info {2}\/total_renamed is not documented/,
  'docs/validate.md ts 2': /^true undocumented \/page\n$/,
  'docs/versioning.md js 1': /^5\n$/,
  'docs/webhooks.md ts 2': /^received work_order_change\n\{ status: 200, body: '\{"errcode":0\}' \}\ntrue\n$/,
};
