console.log(JSON.stringify({ after: ['小红书', '抖音直播'].sort(), again: 'TagToDeleteNotFound' }));
