// The first run makes both tags, the second none, the third only the new one.
const runs = [['报名', '到场'], [], ['成交']];
console.log(JSON.stringify({ runs, tags: ['报名', '到场', '成交'].sort() }));
