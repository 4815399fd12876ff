const EXAMPLES = 'needs Java, Python and registries; check:languages builds and runs the examples';

/** Commands of the documents that no test runs, and why. */
export const NOT_RUN: Readonly<Record<string, string>> = {
  'npm pack ./dist': 'pack:check runs the commands of the README to install the package',
  'npm install ../weiban-openapi/weiban-openapi-*.tgz': 'the same',
  'npm install ioredis': 'needs a registry; the package declares it as an optional peer',
  'npm install proper-lockfile': 'the same',
  'npm install @modelcontextprotocol/server quickjs-emscripten': 'the same',
  'cp -r node_modules/weiban-openapi/skills/weiban .claude/skills/':
    'pack:check holds that the folder is in the package',
  'export WEIBAN_DATA=$PWD/node_modules/weiban-openapi': EXAMPLES,
  'export WEIBAN_BASE_URL=http://127.0.0.1:4010 WEIBAN_CORP_ID=sandbox-corp WEIBAN_SECRET=sandbox-secret':
    EXAMPLES,
  'cp -r ../weiban-openapi/examples/java .': EXAMPLES,
  'cd java': EXAMPLES,
  'mvn package': EXAMPLES,
  'java -jar target/weiban-example.jar tour': EXAMPLES,
  'cp -r ../weiban-openapi/examples/python .': EXAMPLES,
  'cd python': EXAMPLES,
  'python3 -m venv .venv': EXAMPLES,
  '. .venv/bin/activate': EXAMPLES,
  'pip install -r requirements-dev.txt': EXAMPLES,
  'openapi-python-client generate --path $WEIBAN_DATA/openapi-3.0.json --config config.yaml --meta none --output-path weiban_client':
    EXAMPLES,
  'python main.py tour': EXAMPLES,
};
