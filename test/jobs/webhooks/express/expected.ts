console.log(
  JSON.stringify({ check: true, first: 200, other: 200, seen: ['new 1400000000000000001', 'unknown'] }),
);
