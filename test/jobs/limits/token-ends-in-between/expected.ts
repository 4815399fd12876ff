console.log(JSON.stringify({ customers: 400, issued: 2, tokens: 2 }));
