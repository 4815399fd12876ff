import { join } from 'node:path';
import type { LanguageTool } from '../language-tool.ts';
import { generateWith, getGenerator, OPENAPI_GENERATOR } from './openapi-generator.ts';

/** The generators of TypeScript besides our own. */
export const typescript: readonly LanguageTool[] = [
  {
    name: 'typescript-openapi-generator',
    language: 'TypeScript',
    tool: 'openapi-generator typescript-fetch',
    version: OPENAPI_GENERATOR,
    needs: ['java', 'mvn', 'node'],
    note: {
      en: 'For those who want its form: `weiban-openapi` itself is the better client of TypeScript. Numbers beyond 2^53 lose digits.',
      zh: '仅供习惯其写法的团队；TypeScript 项目直接用 `weiban-openapi` 更好。超过 2^53 的整数会丢失精度。',
    },
    commands: (places) => ({
      install: [getGenerator(places)],
      generate: [generateWith(places, 'typescript-fetch', { importFileExtension: '.js' })],
      compile: [[process.execPath, join(places.root, 'node_modules/typescript/bin/tsc')]],
      run: [process.execPath, 'dist/main.js'],
    }),
  },
];
