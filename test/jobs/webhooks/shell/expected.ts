// What was sent, as it was sent.
console.log(
  '{"id":"message-1","event":"work_order_change","status":"create","msg_data":{"order_no":"1400000000000000001"}}',
);
