import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// A separate folder: in the other contestants' folder, npm would remove packages that this install does not name.
const folder = resolve('node_modules/.cache/weiban-openapi-bench-zod');
const VERSION = '4.1.12';

/** Whether a value matches the zod schema. */
export type ZodCheck = (value: unknown) => boolean;

/** Installs zod 4 the first time, and creates a check of `external_user/update/list`'s answer that allows further fields. */
export async function zodCheck(): Promise<{ check: ZodCheck; version: string }> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private": true, "type": "module"}\n');
  if (!existsSync(join(folder, 'node_modules/zod'))) {
    const args = ['install', '--no-save', '--no-audit', '--no-fund', `zod@${VERSION}`];
    const { status, stderr } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`npm ${args.join(' ')} failed:\n${stderr}`);
  }
  const { z } = await import(pathToFileURL(join(folder, 'node_modules/zod/index.js')).href);
  const text = z.string().nullable().optional();
  const row = z.looseObject({
    id: z.string(),
    type: z.int(),
    unionid: text,
    created_at: z.int(),
    updated_at: z.int(),
    name: z.string(),
    avatar: z.string(),
    corp_full_name: text,
    corp_name: text,
    gender: z.int(),
    position: text,
    external_profile: z.unknown(),
  });
  const answer = z.looseObject({
    errcode: z.literal(0),
    errmsg: z.string(),
    total: z.int(),
    external_user_list: z.array(row),
  });
  return { check: (value) => answer.safeParse(value).success, version: VERSION };
}
