console.log(
  JSON.stringify({
    method: 'POST',
    path: '/open-api/workorder/create',
    body: { template_id: 11, relation_type: 1, relation_id: 'wmA', title: 'from a flag' },
    sent: 0,
  }),
);
