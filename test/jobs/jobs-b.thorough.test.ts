import { describe, expect, test } from 'vitest';
import { jobsOf, runJob } from './run-job.ts';

const jobs = jobsOf('cli', 'errors', 'msw', 'record', 'sales', 'tickets', 'token', 'validate', 'webhooks');

describe('jobs as people write them in an afternoon', () => {
  test('there are at least thirty', () => {
    expect(jobs.length).toBeGreaterThanOrEqual(30);
  });

  test.each(jobs)('%s', async (job) => {
    const { got, want } = await runJob(job);
    expect(got).toEqual(want);
  });
});
