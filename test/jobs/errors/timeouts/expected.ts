// Two requests of the read, one of the write, two pages until Cancel, one of the last call.
console.log(
  JSON.stringify({
    total: 300,
    reply: 'timeout',
    rows: true,
    reason: 'the user pressed Cancel',
    whole: 'timeout',
    requests: [2, 1, 2, 1],
  }),
);
