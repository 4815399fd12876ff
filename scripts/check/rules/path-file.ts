import { join } from 'node:path';
import { nameOf } from '../../spec/load.ts';
import { METHODS } from '../../spec/openapi.ts';
import { fileOfUrl } from '../../spec/path-file.ts';
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
      if (!operations.some((operation) => operation.url === url)) {
        const fix = `write one of ${METHODS.join(', ')}`;
        found.push({ message: `${url} has no operation`, place: placeOf(source, []), fix });
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
