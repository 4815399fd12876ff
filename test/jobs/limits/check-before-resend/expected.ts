// No write is repeated by the client. The sandbox executes those that `stall` and `truncated` leave without an answer.
const logs = {
  stall: ['timeout', 'was created'],
  truncated: ['response', 'was created'],
  html502: ['response', 'created'],
  reset: ['transport', 'created'],
};
console.log(JSON.stringify({ logs, sent: 6 }));
