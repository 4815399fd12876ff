// `weiban-openapi/zh`: the code of `weiban-openapi` with Chinese texts in its types. In this repository the texts are
// English, because generated/ is. The build makes the Chinese declarations: scripts/build/chinese-types.ts.
import type { Methods } from '../generated/client.ts';
import { type Caller, createWeiban as create, type HttpClient, type WeibanOptions } from './index.ts';

export type * from '../generated/client.ts';
export type { Methods as WeibanMethods } from '../generated/client.ts';
export * from './index.ts';

/** 一家企业的客户端：每个接口一个方法，另有按路径调用的 `http` 和 `fetch`。 */
export interface Weiban extends Methods, Caller {
  /** openapi-fetch 客户端，使用同一 token、限流、重试和错误处理。 */
  readonly http: HttpClient;
  /**
   * 直接发送请求，使用同一 token、限流、重试和错误处理。参数是从服务器根开始的路径，或该服务器上的完整 URL。
   * 微伴的任何响应（包括失败）都会正常返回；本包自身的错误会抛出。
   */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
}

/**
 * 为一家企业创建客户端。首次调用前不发送任何请求，首次调用时获取 token。
 *
 * @throws WeibanConfigError 缺少凭据，或某个选项不可用。
 */
export const createWeiban: (options?: WeibanOptions) => Weiban = create;
