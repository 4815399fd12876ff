console.log(JSON.stringify({ known: { received: 'reply' }, unknown: { errcode: 0 } }));
