// The nightly job of most companies: all customers with their tags, without a cast.
import { expect, test } from 'vitest';
import { createWeiban } from '../../src/index.ts';
import { startSandbox } from '../../src/sandbox/index.ts';

test('all customers come with their relations, tags and custom information', async () => {
  const sandbox = await startSandbox({ limits: false, rows: 45 });
  try {
    const weiban = createWeiban({ ...sandbox.clientOptions, limits: false });
    const ids: string[] = [];
    for await (const { id } of weiban.externalUser.list.items({ limit: 30 })) ids.push(id);
    const tagged = new Map<string, string[]>();
    const customers = await weiban.externalUser.batchGet.all({ id_list: ids }, { concurrency: 2 });
    for (const { id, follow_staffs = [] } of customers) {
      if (id === undefined) continue;
      const tags = follow_staffs.flatMap((relation) => relation.tags ?? []);
      tagged.set(
        id,
        tags.map(({ group, name }) => `${group}/${name}`),
      );
      for (const { staff_id, custom_fields = [] } of follow_staffs) {
        expect(staff_id).not.toBe('');
        for (const { field_value } of custom_fields) expect(typeof field_value).toBe('string');
      }
    }
    expect(ids).toHaveLength(45);
    expect(tagged.size).toBe(45);
    for (const tags of tagged.values()) for (const tag of tags) expect(tag).toMatch(/^.+\/.+$/);
    expect([...tagged.values()].flat().length).toBeGreaterThan(0);
  } finally {
    await sandbox.close();
  }
});
