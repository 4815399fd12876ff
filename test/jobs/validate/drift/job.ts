// Notice at night that Weiban has changed something: one line for each operation that departs.
import { createWeiban } from 'weiban-openapi';
import { startSandbox } from 'weiban-openapi/sandbox';
import { validateAnswers } from 'weiban-openapi/validate';

const sandbox = await startSandbox({
  scenarios: { staffList: 'drift:retype:/staff_list/0/name', tagList: 'drift:extra' },
});
const lines: string[] = [];
const validate = validateAnswers('report', {
  onReport({ operation, isValid, departures }) {
    lines.push(
      `${operation} ${isValid ? 'still fits' : 'broke'}: ${departures.map(({ kind }) => kind).join()}`,
    );
  },
});
const weiban = createWeiban({ ...sandbox.clientOptions, validate });
await weiban.staff.list({ limit: 1 });
await weiban.tag.list({ limit: 1 });
await weiban.externalUser.list({ limit: 5 });
await sandbox.close();
console.log(JSON.stringify(lines));
