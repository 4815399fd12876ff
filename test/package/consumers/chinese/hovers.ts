// What a person sees in an editor. The check reads the text at the name before each mark.
import { createWeiban, type OpportunityOneParams } from 'weiban-openapi/zh';
import { ErrorCode } from 'weiban-openapi/zh/errors';
import { createCaller, opportunityOne } from 'weiban-openapi/zh/operations';

const weiban = createWeiban(/* createWeiban */ { corpId: 'c', secret: 's' });
void weiban.externalUser /* a group */;
void weiban.opportunity.one(/* a method */ { id: '1' });
void weiban.ltc.goodsList({ name /* an argument */: 'n' });
const params: OpportunityOneParams /* a type */ = { id: '1' };
const outcome = await weiban.opportunity.one(params).result();
if (outcome.ok) console.log(outcome.value.opportunity.bind_order_status /* a field */);
else if (outcome.error.is('OpportunityNotFound')) console.log(ErrorCode.OpportunityNotFound /* an error */);
const caller = createCaller({ corpId: 'c', secret: 's' });
await opportunityOne(/* a function */ caller, params);
