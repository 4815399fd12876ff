// A pair of old token and new key is not one of the pairs.
console.log(JSON.stringify({ statuses: [200, 200, 200, 401], orders: ['0', '1', '2'] }));
