// 500 after the failure, 200 for the second delivery, 200 for the third without handling it again.
console.log(JSON.stringify({ statuses: [500, 200, 200], calls: 2, problems: 1 }));
