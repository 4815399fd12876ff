import english = require('weiban-openapi');
import chinese = require('weiban-openapi/zh');

export const toEnglish: english.Weiban = chinese.createWeiban({ corpId: 'c', secret: 's' });
export const toChinese: chinese.Weiban = english.createWeiban({ corpId: 'c', secret: 's' });
