import { join } from 'node:path';
import type { Example, LanguageTool, Places } from '../language-tool.ts';
import { generateWith, getGenerator, OPENAPI_GENERATOR } from './openapi-generator.ts';

const CLASSES = 'client/target/classes';
const LIBRARIES = 'client/target/dependency/*';
const PACKAGES = { invokerPackage: 'weiban', apiPackage: 'weiban.api', modelPackage: 'weiban.model' };

/** A row of openapi-generator's Java client on one of its libraries. */
function javaWith(library: string, note: LanguageTool['note']): LanguageTool {
  const name = `java-${library}`;
  return {
    name,
    language: 'Java',
    tool: `openapi-generator java (${library})`,
    version: OPENAPI_GENERATOR,
    needs: ['java', 'javac', 'mvn'],
    note,
    commands: (places: Places) => ({
      install: [getGenerator(places)],
      generate: [
        generateWith(places, 'java', {
          ...PACKAGES,
          library,
          useSingleRequestParameter: 'static',
          openApiNullable: 'false',
        }),
      ],
      // The document has no tests; the generated pom.xml pins the libraries.
      compile: [
        [
          'mvn',
          '-q',
          '-B',
          '-f',
          'client/pom.xml',
          'compile',
          'dependency:copy-dependencies',
          '-DincludeScope=runtime',
        ],
        ['javac', '-encoding', 'UTF-8', '-cp', `${CLASSES}:${LIBRARIES}`, '-d', '.', 'Program.java'],
      ],
      run: ['java', '-Dfile.encoding=UTF-8', '-cp', `.:${CLASSES}:${LIBRARIES}`, 'Program'],
    }),
  };
}

/** The generators of Java. */
export const java: readonly LanguageTool[] = [
  javaWith('native', {
    en: 'Java 11. Add the token in a request interceptor: the generated client ignores security schemes. Before Java 18, start with `-Dfile.encoding=UTF-8`: the client decodes answers with the platform’s charset.',
    zh: '需要 Java 11。生成的客户端不处理 securitySchemes，token 要在请求拦截器里附加。Java 18 以前请加 `-Dfile.encoding=UTF-8` 启动，否则按系统字符集解码应答，中文会乱码。',
  }),
  javaWith('okhttp-gson', {
    en: 'Java 8. Give the token with `setApiKey` (`setAccessToken` is for OAuth). Replace the generated Gson adapters with `JSON.setGson` as the example does: they reject an answer with a field that the document lacks.',
    zh: '支持 Java 8。token 用 `setApiKey` 设置（`setAccessToken` 用于 OAuth）。请像示例那样用 `JSON.setGson` 换掉生成的 Gson 适配器：应答里有文档没有的字段时，它们会报错。',
  }),
];

/** The example of Java. Its vectors are a JUnit test. */
export const javaExample: Example = {
  name: 'example-java',
  folder: 'java',
  needs: ['java', 'mvn'],
  env: ({ root }) => ({ WEIBAN_DATA: join(root, 'generated') }),
  commands: () => ({
    install: [],
    generate: [['mvn', '-q', '-B', 'generate-sources']],
    compile: [['mvn', '-q', '-B', 'package', '-DskipTests']],
  }),
  run: (_, [command = '', ...args]) =>
    command === 'vectors'
      ? ['mvn', '-q', '-B', 'surefire:test']
      : ['java', '-jar', 'target/weiban-example.jar', command, ...args],
};
