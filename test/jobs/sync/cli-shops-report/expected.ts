console.log(JSON.stringify([1, 2, 3].map((n) => `store-${n} 门店${n}`)));
