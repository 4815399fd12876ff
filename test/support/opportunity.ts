/** An opportunity with the members that the tests and the example read. */
export const opportunity = {
  id: 501,
  serial_number: 'SJ20240305',
  name: '某某科技年度采购',
  stage: { id: 7, name: '方案报价' },
};
