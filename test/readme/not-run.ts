/** Commands of the documents that no test runs, and why. */
export const NOT_RUN: Readonly<Record<string, string>> = {
  'npm pack ./dist': 'pack:check runs the commands of the README to install the package',
  'npm install ../weiban-openapi/weiban-openapi-*.tgz': 'the same',
  'npm install ioredis': 'needs a registry; the package declares it as an optional peer',
  'npm install proper-lockfile': 'the same',
};
