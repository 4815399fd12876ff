// The page of /open-api/wx_user/mark_tag allows 1,000 a call.
console.log(JSON.stringify({ sizes: [1000, 1000, 500], requests: 3 }));
