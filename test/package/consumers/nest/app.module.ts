import { Module } from '@nestjs/common';
import { createWeiban } from 'weiban-openapi';
import { OpportunitiesController } from './opportunities.controller.js';
import { WEIBAN } from './weiban.token.js';

@Module({
  controllers: [OpportunitiesController],
  providers: [{ provide: WEIBAN, useFactory: () => createWeiban({ baseUrl: process.env.WEIBAN_URL }) }],
})
export class AppModule {}
