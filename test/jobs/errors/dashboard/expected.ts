// By docs/errors.md: no text for an undocumented code, a proxy's page or a timeout.
console.log(
  JSON.stringify({
    rows: [
      ['OpportunityNotFound', 2, true, true],
      ['99999', 1, false, false],
      ['response', 1, false, false],
      ['timeout', 1, false, false],
    ],
    code: 22201,
    zh: true,
  }),
);
