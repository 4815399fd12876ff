// By the table in docs/cli.md: Weiban's error, wrong arguments, no network, a write that nobody can confirm, no answer in time,
// an answer that cannot be used, nothing found.
console.log(JSON.stringify([1, 2, 3, 2, 4, 5, 1]));
