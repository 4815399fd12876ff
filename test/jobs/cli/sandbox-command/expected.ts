console.log(JSON.stringify({ total: 12, code: 22201 }));
