const statistics = [
  ['api OpportunityNotFound', 2],
  ['response html', 1],
  ['response truncated', 1],
];
console.log(JSON.stringify({ statistics, advice: 1 }));
