// A CSV file of all customers that Excel in China opens: BOM, quoted names, dates in Beijing time.
import { createWeiban } from 'weiban-openapi';

const GENDERS = ['未知', '男', '女'];
const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL });

const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });
const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;

const lines = ['客户ID,昵称,性别,公司,创建日期'];
for await (const customer of weiban.externalUser.list.items({ limit: 100 }, { concurrency: 2 })) {
  const { id, name, gender, corp_name, created_at } = customer;
  const created = day.format(new Date(created_at * 1000));
  lines.push([id, quote(name), GENDERS[gender], quote(corp_name ?? ''), created].join(','));
}
console.log(JSON.stringify(`\uFEFF${lines.join('\r\n')}\r\n`));
