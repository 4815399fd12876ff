// 10,000 a call, as the page of /open-api/external_user_package/add_data says.
const sizes = [
  [10_000, false],
  [10_000, false],
  [5_000, true],
];
console.log(JSON.stringify({ hasId: true, sizes }));
