import { expect, test } from 'vitest';
import { hasProgram, runProgram, UnreachableRegistry } from './run-program.ts';

const here = { cwd: process.cwd(), env: { GREETING: 'hello' } };
const script = (text: string) => [process.execPath, '-e', text] as const;

test('a command gives what it printed', async () => {
  const command = script('console.log(process.env.GREETING); console.error("aside")');
  expect(await runProgram(command, { ...here, mayDownload: false })).toEqual({
    out: 'hello\n',
    err: 'aside\n',
  });
});

test('a failed command is told with its last lines', async () => {
  const command = script('console.log("first"); console.error("line 3: wrong type"); process.exit(4)');
  await expect(runProgram(command, { ...here, mayDownload: false })).rejects.toThrow(
    /ended with 4\nfirst\n\nline 3: wrong type/,
  );
});

test.each([
  ['npm', 'npm error code EAI_AGAIN'],
  ['pip', 'Failed to establish a new connection: [Errno -3] Temporary failure in name resolution'],
  ['Go', 'dial tcp: lookup proxy on 127.0.0.1:53: no such host'],
  ['Maven', 'Could not transfer artifact org.example:a:pom:1 from/to central'],
  ['Cargo', 'warning: spurious network error: Could not resolve host'],
])('a registry of %s that does not answer is no failure, unless nothing is downloaded', async (_, text) => {
  const command = script(`console.error(${JSON.stringify(text)}); process.exit(1)`);
  await expect(runProgram(command, { ...here, mayDownload: true })).rejects.toThrow(UnreachableRegistry);
  await expect(runProgram(command, { ...here, mayDownload: false })).rejects.not.toThrow(UnreachableRegistry);
});

test('a version that the registry does not have is a failure', async () => {
  const command = script('console.error("npm error 404 no such package"); process.exit(1)');
  await expect(runProgram(command, { ...here, mayDownload: true })).rejects.not.toThrow(UnreachableRegistry);
});

test('whether a program is on the machine', () => {
  expect(hasProgram('node')).toBe(true);
  expect(hasProgram('no-such-program-here')).toBe(false);
});
