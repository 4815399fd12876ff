// All checks of the tarball in order, quick ones first.
import type { PackageCheck } from '../run-check.ts';
import { chineseTypes } from './chinese-types.ts';
import { contents } from './contents.ts';
import { lintChecks } from './lint.ts';
import { nodeVersionChecks } from './node-versions.ts';
import { projectChecks } from './projects.ts';
import { readmeInstall } from './readme-install.ts';
import { runtimeChecks } from './runtimes.ts';
import { sourceMaps } from './source-maps.ts';
import { typeChecks } from './types.ts';
import { viteInChromium } from './vite-in-chromium.ts';

export const checks: readonly PackageCheck[] = [
  contents,
  sourceMaps,
  ...lintChecks,
  readmeInstall,
  ...projectChecks,
  ...nodeVersionChecks,
  ...runtimeChecks,
  ...typeChecks,
  ...chineseTypes,
  viteInChromium,
];
