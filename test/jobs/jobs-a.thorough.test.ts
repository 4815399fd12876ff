import { describe, expect, test } from 'vitest';
import { jobsOf, runJob } from './run-job.ts';

const TOPICS = ['sync', 'tagging', 'broadcasts', 'limits'] as const;

describe('jobs as people write them in an afternoon', () => {
  const jobs = jobsOf(...TOPICS);

  test('there are at least thirty', () => {
    expect(jobs.length).toBeGreaterThanOrEqual(30);
  });

  test.each(jobs)('%s', async (job) => {
    const { got, want } = await runJob(job);
    expect(got).toEqual(want);
  });
});
