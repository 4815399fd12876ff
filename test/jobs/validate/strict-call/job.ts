// In our staging system a changed answer has to stop the job; which field is it?
import { createWeiban } from 'weiban-openapi';
import { startSandbox } from 'weiban-openapi/sandbox';
import { checkAnswer, isMismatch, validateAnswers } from 'weiban-openapi/validate';

const sandbox = await startSandbox();
sandbox.when('externalUserList', 'drift:null:/external_user_list/0/id', { times: 1 });
const validate = validateAnswers('throw', { onReport: () => undefined });
const weiban = createWeiban({ ...sandbox.clientOptions, validate });

const places: string[] = [];
const outcome = await weiban.externalUser.list({ limit: 1 }).result();
if (!outcome.ok && isMismatch(outcome.error)) {
  for (const { at, severity, got } of outcome.error.report.departures)
    places.push(`${severity} ${at} ${got}`);
}
const healthy = await weiban.externalUser.list({ limit: 1 }).result();
await sandbox.close();

const body = '{"errcode":0,"errmsg":"ok","total":"1","tag_list":[]}';
const { isValid, isSuccess, departures } = await checkAnswer('tagList', body);
console.log(
  JSON.stringify({
    places,
    healthy: healthy.ok,
    isValid,
    isSuccess,
    kinds: departures.map(({ kind }) => kind),
  }),
);
