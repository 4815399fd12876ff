console.log(JSON.stringify({ delivered: 6, statuses: [200, 200, 200], orders: ['1', '2', '3'] }));
