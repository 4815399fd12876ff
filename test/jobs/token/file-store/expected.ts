console.log(JSON.stringify({ together: 1, later: 1, revoked: 2, mode: '600' }));
