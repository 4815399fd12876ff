import { belowBase } from '../../spec/names.ts';

/** The path of a URL's file below `spec/paths/` or `spec/docs/`: `/open-api/staff/list` is `staff/list.yaml`. */
export function fileOfUrl(url: string, basePath: string): string {
  return `${belowBase(url, basePath).replace(/^\//, '')}.yaml`;
}
