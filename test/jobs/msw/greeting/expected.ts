console.log(JSON.stringify({ texts: ['no such ticket', 'ticket'], departments: 0, first: '李四' }));
