// Cloudflare Workers: a bundle as wrangler makes it, run by Miniflare.
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';

const { WEIBAN_URL, WEIBAN_CORP_ID, WEIBAN_SECRET, REDIRECT_URL } = process.env;
const { outputFiles } = await build({
  entryPoints: ['worker.js'],
  bundle: true,
  format: 'esm',
  platform: 'browser',
  conditions: ['workerd', 'worker', 'browser'],
  write: false,
});
const miniflare = new Miniflare({
  modules: true,
  script: outputFiles[0].text,
  compatibilityDate: '2025-01-01',
  bindings: { WEIBAN_URL, WEIBAN_CORP_ID, WEIBAN_SECRET, REDIRECT_URL },
});
try {
  const responses = await Promise.all(
    ['/', '/shared', '/shared', '/shared'].map((path) =>
      miniflare.dispatchFetch(`http://worker.test${path}`),
    ),
  );
  const texts = await Promise.all(responses.map((response) => response.text()));
  for (const [at, { status }] of responses.entries()) if (status !== 200) throw new Error(texts[at]);
  console.log(texts[0]);
} finally {
  await miniflare.dispose();
}
