// An audience package of 25,000 phone numbers: 10,000 a call, and the last call says that it is complete.
import { createWeiban } from 'weiban-openapi';
import { startSandbox } from 'weiban-openapi/sandbox';

const LARGEST = 10_000;
const sandbox = await startSandbox({ rows: 10 });
const weiban = createWeiban(sandbox.clientOptions);

const phones = Array.from({ length: 25_001 }, (_, at) => 13_800_000_000 + at);
const [first = 0, ...rest] = phones;
const { package_id: id } = await weiban.externalUserPackage.add({ name: '双十二', phone_list: [first] });
for (let from = 0; from < rest.length; from += LARGEST) {
  const phone_list = rest.slice(from, from + LARGEST).map(String);
  await weiban.externalUserPackage.addData({ id, phone_list, is_end: from + LARGEST >= rest.length });
}

const calls = sandbox.requests.filter(({ operation }) => operation === 'externalUserPackageAddData');
const bodies = calls.map(({ body }): { phone_list: string[]; is_end: boolean } => JSON.parse(body));
await sandbox.close();
const sizes = bodies.map(({ phone_list, is_end }) => [phone_list.length, is_end]);
console.log(JSON.stringify({ hasId: id > 0, sizes }));
