import { Controller, Get, Inject, NotFoundException, Param } from '@nestjs/common';
import type { Weiban } from 'weiban-openapi';
import { describeError } from 'weiban-openapi/errors';
import { WEIBAN } from './weiban.token.js';

@Controller('opportunities')
export class OpportunitiesController {
  constructor(@Inject(WEIBAN) private readonly weiban: Weiban) {}

  @Get(':serial')
  async read(@Param('serial') serial_number: string): Promise<{ name: string; stage: string }> {
    const outcome = await this.weiban.opportunity.one({ serial_number }).result();
    if (outcome.ok) {
      const { name, stage } = outcome.value.opportunity;
      return { name, stage: stage.name };
    }
    if (outcome.error.is('OpportunityNotFound'))
      throw new NotFoundException(describeError(outcome.error)[0]?.zh);
    throw outcome.error;
  }
}
