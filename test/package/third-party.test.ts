import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { noteBundledPackages, thirdPartyLicences } from '../../scripts/build/third-party.ts';

test('lists each package that is part of a bundle once', () => {
  const { plugin, folders } = noteBundledPackages();
  plugin.generateBundle(undefined, {
    'a.js': { moduleIds: ['/p/src/a.ts', '/p/node_modules/commander/lib/help.js'] },
    'b.js': { moduleIds: ['/p/node_modules/commander/lib/error.js', '/p/node_modules/@a/b/index.js'] },
    'c.json': { type: 'asset' },
  });
  expect([...folders]).toEqual(['/p/node_modules/commander', '/p/node_modules/@a/b']);
});

test('lists the licences in order of the names, and refuses a package without one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'weiban-licences-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const add = (name: string, files: Record<string, string>) => {
    mkdirSync(join(folder, name));
    const manifest = JSON.stringify({ name, version: '1.0.0', license: 'MIT' });
    for (const [file, text] of Object.entries({ 'package.json': manifest, ...files }))
      writeFileSync(join(folder, name, file), text);
    return join(folder, name);
  };
  const [b, a] = [add('b', { LICENSE: 'Copyright B\n' }), add('a', { 'License.md': 'Copyright A\n' })];
  expect(thirdPartyLicences([b, a])).toMatch(
    /a 1\.0\.0 \(MIT\)\n\nCopyright A\n[\s\S]*b 1\.0\.0 \(MIT\)\n\nCopyright B\n$/,
  );
  expect(() => thirdPartyLicences([add('c', {})])).toThrow('c 1.0.0 has no licence file');
});
