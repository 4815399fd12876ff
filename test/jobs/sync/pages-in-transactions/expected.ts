console.log(
  JSON.stringify({
    transactions: [50, 100, 150, 200, 205].map((next) => ({ rows: next === 205 ? 5 : 50, next, total: 205 })),
    complete: true,
  }),
);
