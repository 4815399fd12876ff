import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWeiban } from '../../../src/index.ts';
import { createMasker } from '../../../src/mcp/mask/index.ts';
import { type ScriptHarness, startScripts } from './harness.ts';

const CUSTOMERS = 1000;
/** Every customer of the sandbox has a tag, except these. */
const WITHOUT_TAGS = 37;

let scripts: ScriptHarness;
beforeAll(async () => {
  scripts = await startScripts(CUSTOMERS);
});
afterAll(() => scripts[Symbol.asyncDispose]());

/** A client of the same sandbox, by which the tests find the answers themselves. */
const client = () => createWeiban({ ...scripts.sandbox.clientOptions, limits: false });

async function addWithoutTags(): Promise<void> {
  const weiban = client();
  const { external_user_list: rows } = await weiban.externalUser.list({ limit: WITHOUT_TAGS });
  for (const [at, { id }] of rows.entries()) {
    const { external_user: customer } = await weiban.externalUser.get({ id });
    const follow_staffs = customer.follow_staffs?.map((relation) => ({ ...relation, tags: [] }));
    scripts.sandbox.put('externalUserList', { ...customer, id: `wmSANDBOXuntagged${at}`, follow_staffs });
  }
}

describe('questions over all pages', () => {
  test('which customers have no tag', async () => {
    await addWithoutTags();
    const answer = await scripts.run(
      `const ids = [];
       for await (const customer of weiban.externalUser.list.items({ limit: 100 })) ids.push(customer.id);
       const without = [];
       for (let at = 0; at < ids.length; at += 20) {
         const { external_user } = await weiban.externalUser.batchGet({ id_list: ids.slice(at, at + 20) });
         for (const { id, follow_staffs = [] } of external_user)
           if (follow_staffs.every(({ tags = [] }) => tags.length === 0)) without.push(id);
       }
       return { customers: ids.length, count: without.length, last: without.slice(-5) };`,
    );
    const weiban = client();
    const ids: string[] = [];
    for await (const { id } of weiban.externalUser.list.items({})) ids.push(id);
    const customers = await weiban.externalUser.batchGet.all({ id_list: ids });
    const without = customers
      .filter(({ follow_staffs = [] }) => follow_staffs.every(({ tags = [] }) => tags.length === 0))
      .map(({ id }) => id);
    scripts.sandbox.reset();
    console.log(`${ids.length} customers, ${without.length} without a tag, ${answer.calls} calls`);
    expect(without.length).toBeGreaterThanOrEqual(WITHOUT_TAGS);
    expect(without.length).toBeLessThan(ids.length);
    expect(answer.error).toBeUndefined();
    expect(answer.result).toEqual({ customers: ids.length, count: without.length, last: without.slice(-5) });
  });

  test('how many customers were created in each month, by pages', async () => {
    const answer = await scripts.run(
      `const months = {};
       for await (const { external_user_list } of weiban.externalUser.list.pages({ limit: 100 }))
         for (const { created_at } of external_user_list) {
           const month = new Date(created_at * 1000).toISOString().slice(0, 7);
           months[month] = (months[month] ?? 0) + 1;
         }
       return months;`,
    );
    const months: Record<string, number> = {};
    for await (const { created_at } of client().externalUser.list.items({})) {
      const month = new Date(created_at * 1000).toISOString().slice(0, 7);
      months[month] = (months[month] ?? 0) + 1;
    }
    expect(Object.keys(months).length).toBeGreaterThan(3);
    expect(answer).toMatchObject({ result: months, calls: 10, rows: CUSTOMERS });
  });

  test('an answer that does not fit is cut, and says so', async () => {
    const answer = await scripts.run(
      `const all = []; for await (const c of weiban.externalUser.list.items({ limit: 100 })) all.push(c); return all`,
      { context: { budget: 2000 } },
    );
    expect(answer.note).toMatch(/^Cut to 2000 tokens \(result: \d+ of 1000 items\)/);
    expect(JSON.stringify(answer).length).toBeLessThan(8000);
    // Every person of the answer has pseudonyms.
    expect(JSON.stringify(answer)).not.toMatch(/oSANDBOX|199\d{8}/);
  });
});

describe('errors have the place in the program', () => {
  test.each<[name: string, source: string, place: object]>([
    ['a syntax error on the first line', 'const a = ((1;', { line: 1, column: 14 }],
    [
      'a syntax error on the third line',
      'const a = 1;\nconst b = 2;\n  const const = 3;',
      { line: 3, column: 9 },
    ],
    ['a bracket that is missing', 'if (true) {\n  log(1);\n', { line: 3 }],
    ['a name that does not exist', 'missing();', { line: 1, column: 1 }],
    ['a name that does not exist, later', 'log(1);\n  log(missing);', { line: 2, column: 7 }],
    [
      'after an await',
      'await weiban.staff.list({ limit: 1 });\n\n throw new Error("late");',
      { line: 3, column: 17 },
    ],
    ['in a function', 'const f = () => {\n  null.x;\n};\nf();', { line: 2, column: 7 }],
  ])('%s', async (_, source, place) => {
    const { error } = await scripts.run(source);
    expect(error).toMatchObject({ name: 'ProgramError', ...place });
  });

  test('an error of the API has its name and advice', async () => {
    scripts.sandbox.when('opportunityOne', 'error:OpportunityNotFound');
    const { result } = await scripts.run(
      `try { await weiban.opportunity.one({ id: '1' }) } catch (error) { return error.name + ': ' + error.message }`,
    );
    scripts.sandbox.reset();
    expect(result).toMatch(/^OpportunityNotFound: .*22201.*\./s);
  });

  test('a program without return is told', async () => {
    expect((await scripts.run('log(1)')).note).toMatch(/end it with return/);
  });
});

describe('writes', () => {
  const source = `try { return await weiban.tag.create({ tag_group_id: 'et1', tag_name_list: ['新'] }) } catch (e) { return e.name + ': ' + e.message }`;
  const sent = () => scripts.sandbox.requests.filter(({ operation }) => operation === 'tagCreate').length;

  test('are refused unless the operator allows them', async () => {
    expect((await scripts.run(source)).result).toMatch(/WriteNotAllowed: .*--allow-writes tag\.create/);
    expect(sent()).toBe(0);
  });

  test('need a person, where the client cannot ask', async () => {
    const answer = await scripts.run(source, { context: { allowsWrite: () => true } });
    expect(answer.result).toMatch(/NeedsPerson: .*call_write/);
    expect(sent()).toBe(0);
  });

  test('are made when the person agrees, whose time does not count', async () => {
    // A reset has revoked the token; with an old one the write would be sent, rejected, and sent again.
    await scripts.run('await weiban.staff.list({ limit: 1 })');
    const questions: string[] = [];
    const ask = async (message: string) => {
      questions.push(message);
      await sleep(2500);
      return true;
    };
    const answer = await scripts.run(source, { context: { allowsWrite: () => true, ask }, timeout: 2 });
    expect(answer.error).toBeUndefined();
    expect(answer.result).toBeInstanceOf(Object);
    expect(questions).toHaveLength(1);
    expect(sent()).toBe(1);
  });
});

describe('a program ends', () => {
  test.each([
    ['while it computes', 'for (;;);'],
    ['in a loop of the engine', 'return [].indexOf.call({ length: 2 ** 53 - 1 }, 1)'],
    ['while it waits', 'await weiban.staff.list({})'],
  ])('when the client cancels %s', async (_, source) => {
    scripts.sandbox.when('staffList', 'slow:20000');
    const controller = new AbortController();
    const started = performance.now();
    const run = scripts.run(source, { context: { signal: controller.signal } });
    await sleep(1000);
    controller.abort(new Error('The client cancels.'));
    const { error } = await run;
    scripts.sandbox.reset();
    expect(error?.name).toBe('Cancelled');
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('and its calls in flight with it', async () => {
    scripts.sandbox.when('staffList', 'slow:20000');
    const signals: AbortSignal[] = [];
    const caller = {
      '~call': (_row: string, _params: object, { signal }: { signal: AbortSignal }) => {
        signals.push(signal);
        return new Promise(() => {});
      },
    };
    await scripts.run('weiban.staff.list({}); await null; return 1', {
      context: { caller: caller as never },
    });
    scripts.sandbox.reset();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  test('a fifth program at a time is refused', async () => {
    const answers = await scripts.runTogether(5, 'await weiban.staff.list({ limit: 1 }); return 1');
    expect(answers.filter(({ result }) => result === 1)).toHaveLength(4);
    expect(answers.filter(({ error }) => error?.name === 'Busy')).toHaveLength(1);
  });
});

test('200 programs leave no thread and no memory behind', async () => {
  const masker = createMasker();
  const source = 'return (await weiban.externalUser.list({ limit: 100 })).external_user_list.length';
  const run = () => scripts.run(source, { context: { masker } });
  for (let count = 0; count < 20; count++) await run();
  const before = process.memoryUsage();
  for (let count = 0; count < 200; count += 4) await Promise.all([run(), run(), run(), run()]);
  const after = process.memoryUsage();
  const grown = (name: 'rss' | 'heapUsed' | 'arrayBuffers') =>
    Math.round((after[name] - before[name]) / 2 ** 20);
  console.log(
    `after 200 programs: rss +${grown('rss')} MB, heap +${grown('heapUsed')} MB, buffers +${grown('arrayBuffers')} MB`,
  );
  expect(grown('rss')).toBeLessThan(150);
  expect(process.getActiveResourcesInfo().filter((name) => /worker|MessagePort/i.test(name))).toEqual([]);
}, 400_000);
