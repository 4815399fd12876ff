import assert from 'node:assert/strict';
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';

const app = await NestFactory.create(AppModule, { logger: ['error'] });
await app.listen(0, '127.0.0.1');
try {
  const base = await app.getUrl();
  const found = await fetch(`${base}/opportunities/SJ20240305`);
  assert.deepEqual(
    [found.status, await found.json()],
    [200, { name: '某某科技年度采购', stage: '方案报价' }],
  );
  const missing = await fetch(`${base}/opportunities/none`);
  const { message } = (await missing.json()) as { message: string };
  assert.equal(missing.status, 404);
  console.log(`Nest: 200 and 404 (${message})`);
} finally {
  await app.close();
}
