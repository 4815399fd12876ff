import type { LanguageTool, Places } from '../language-tool.ts';
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
    en: 'Java 8. Give the token with `setApiKey` (`setAccessToken` is for OAuth). Call `JSON.setGson(JSON.createGson().create())` once: the generated adapters reject an answer with a field that the document lacks.',
    zh: '支持 Java 8。token 用 `setApiKey` 设置（`setAccessToken` 用于 OAuth）。先调用一次 `JSON.setGson(JSON.createGson().create())`：生成的适配器遇到文档中没有的字段会报错。',
  }),
];
