// 20352 is TaggingCustomerNotFound in the list of errors of the operation.
console.log(
  JSON.stringify({
    done: 30,
    table: [
      ['wmNobody', 20352, true],
      ['wmNobodyEither', 20352, true],
    ],
  }),
);
