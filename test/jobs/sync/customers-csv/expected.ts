import { allRows } from '../../plain.ts';

let csv = '\uFEFF客户ID,昵称,性别,公司,创建日期\r\n';
for (const customer of await allRows('external_user/list', 'external_user_list')) {
  const gender = customer.gender === 1 ? '男' : customer.gender === 2 ? '女' : '未知';
  const beijing = new Date((customer.created_at + 8 * 3600) * 1000).toISOString().slice(0, 10);
  const name = customer.name.split('"').join('""');
  const company = (customer.corp_name || '').split('"').join('""');
  csv += `${customer.id},"${name}",${gender},"${company}",${beijing}\r\n`;
}
console.log(JSON.stringify(csv));
