import type { FakeWeiban, FakeWeibanOptions } from '../support/fake-weiban.ts';
import { credentials, serve } from '../support/over-server.ts';
import { ownEnvironment } from './run-weiban.ts';

/** A server, and an environment that makes the command use it. */
export async function serveCli(
  options: Partial<FakeWeibanOptions> = {},
): Promise<{ server: FakeWeiban; env: Record<string, string> }> {
  const server = await serve(options);
  const { corpId, secret } = { ...credentials, ...options };
  return {
    server,
    env: { ...ownEnvironment(), WEIBAN_CORP_ID: corpId, WEIBAN_SECRET: secret, WEIBAN_BASE_URL: server.url },
  };
}

/** Answers `staff/list` with the requested pages of a list with `total` rows. */
export function answerStaff(server: FakeWeiban, total: number): void {
  server.answer('staff/list', ({ query }) => {
    const offset = Number(query.get('offset') ?? 0);
    const limit = Number(query.get('limit') ?? 100);
    const staff_list = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, at) => ({
      staff_id: `s${offset + at}`,
      name: `员工${offset + at}`,
    }));
    return { body: { errcode: 0, errmsg: 'ok', total, staff_list } };
  });
}
