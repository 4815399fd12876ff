console.log(JSON.stringify(['staffList broke: mistyped', 'tagList still fits: undocumented']));
