import { join } from 'node:path';
import { fileOfUrl } from '../../evidence/facts/file-of-url.ts';
import { nameOf } from '../../spec/load.ts';
import { METHODS } from '../../spec/openapi.ts';
import { placeOf } from '../../spec/source.ts';
import type { Finding, Rule } from '../rule.ts';

/** File names follow the URL. */
export const pathFile: Rule = {
  code: 'path-file',
  sentence: 'Each path has its own file, named after it, and each file below paths/ is listed in the root.',
  fix: 'move the Path Item to the file that the message names',
  check: ({ spec, folder, basePath, operations }) => {
    const found: Finding[] = [];
    const listed = new Set<string>();
    for (const [url, source] of spec.pathSources) {
      listed.add(source.path);
      const wanted = join(folder, 'paths', fileOfUrl(url, basePath));
      if (source.path !== wanted) {
        found.push({
          message: `${url} is in ${source.name}, not in ${nameOf(wanted)}`,
          place: placeOf(spec.root, ['paths', url]),
        });
      }
      const methods = operations.filter((operation) => operation.url === url).map(({ method }) => method);
      if (methods.length !== 1) {
        const message =
          methods.length === 0 ? `${url} has no operation` : `${url} has ${methods.length} operations`;
        found.push({
          message,
          place: placeOf(source, []),
          fix: `write one of ${METHODS.slice(0, 2).join(', ')}`,
        });
      }
    }
    for (const path of spec.files.list(join(folder, 'paths'))) {
      if (listed.has(path)) continue;
      const place = { file: nameOf(path), line: 1, column: 1 };
      found.push({
        message: `${nameOf(path)} is not listed in ${spec.root.name}`,
        place,
        fix: 'run npm run generate, which lists it; or delete the file',
      });
    }
    return found;
  },
};
