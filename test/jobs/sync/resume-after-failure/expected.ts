// After two pages of 50 the third call and its two repeats meet a proxy's page.
console.log(JSON.stringify({ stops: [[100, 'response', 502]], stored: 260, distinct: 260 }));
