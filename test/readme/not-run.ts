/** Commands of the documents that no test runs, and why. */
export const NOT_RUN: Readonly<Record<string, string>> = {
  'npm pack ./dist': 'pack:check runs the commands of the README to install the package',
  'npm install ../weiban-openapi/weiban-openapi-*.tgz': 'the same',
  'npm install ioredis': 'needs a registry; the package declares it as an optional peer',
  'npm install proper-lockfile': 'the same',
  'npm install @modelcontextprotocol/server quickjs-emscripten': 'the same',
  'cp -r node_modules/weiban-openapi/skills/weiban .claude/skills/':
    'pack:check holds that the folder is in the package',
};
