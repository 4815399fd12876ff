console.log(
  JSON.stringify({
    report: [
      [0, 10, 10, 'done'],
      [10, 20, 10, 10049],
      [20, 25, 5, 'done'],
    ],
    calls: 3,
  }),
);
