// By the reference: a step is a number; a closed ticket refuses another close and a comment with 22307, TicketClosed.
console.log(
  JSON.stringify({
    step: 'number',
    isWithSecond: true,
    outcomes: ['closed', 'was closed'],
    late: 'TicketClosed',
  }),
);
