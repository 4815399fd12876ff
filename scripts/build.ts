// npm run build: the package as it is published, in dist/.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPackage } from './build/build-package.ts';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const begun = performance.now();
await buildPackage(project, join(project, 'dist'));
console.log(`dist/ built in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
