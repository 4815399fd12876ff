// 120 customers are six calls of 20; one of them is sent a second time.
console.log(JSON.stringify({ customers: 120, requests: 7, waits: ['externalUserBatchGet'] }));
