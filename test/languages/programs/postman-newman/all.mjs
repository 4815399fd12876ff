// Sends every request of the collection to a sandbox of its own, in order.
import { spawn } from 'node:child_process';
import { readCollection, requestsOf, send } from './collection.mjs';

const [root] = process.argv.slice(2);
/** Requests that an earlier one keeps from succeeding: workorderClose has closed their ticket. */
const CLOSED = 22_307;
const FAIL = { workorderReply: CLOSED, workorderSwitch: CLOSED };

const sandbox = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'sandbox'], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const url = await new Promise((resolve, reject) => {
    let printed = '';
    sandbox.stdout.on('data', (text) => {
      printed += text;
      const [, found] = /WEIBAN_BASE_URL=(\S+)\s/.exec(printed) ?? [];
      if (found) resolve(found);
    });
    sandbox.on('close', (code) => reject(new Error(`the sandbox ended with ${code}`)));
  });
  const collection = readCollection(root, 'postman-collection.zh.json');
  const answers = await send(root, collection, url);
  const codeOf = ({ errcode, status_code: code = 0, success = true }) => errcode ?? (success ? code : -1);
  const wrong = answers.filter(({ id, answer }) => ![0, 200, FAIL[id]].includes(codeOf(answer)));
  if (answers.length !== requestsOf(collection).size) throw new Error(`only ${answers.length} answers`);
  if (wrong.length > 0) throw new Error(JSON.stringify(wrong, null, 2));
  const zeros = answers.filter(({ answer }) => answer.errcode === 0).length;
  const documented = answers.filter(({ id }) => id in FAIL).length;
  console.log(
    `${answers.length} requests: ${zeros} with errcode 0, ${documented} with a documented error, the others succeed in other forms`,
  );
} finally {
  sandbox.kill();
}
