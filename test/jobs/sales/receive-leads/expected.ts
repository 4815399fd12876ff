console.log(
  JSON.stringify({ taken: [1, 2], refused: { kind: 'api', code: 99999, reason: null }, answered: 2 }),
);
