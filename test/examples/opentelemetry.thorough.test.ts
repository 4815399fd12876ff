import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { expect, test } from 'vitest';
import { openTelemetryHooks } from '../../examples/opentelemetry.ts';
import { serveWeiban } from '../support/over-server.ts';

test('spans and measurements arrive at the real OpenTelemetry SDK', async () => {
  const spans = new InMemorySpanExporter();
  const tracing = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] });
  const metrics = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter: metrics });
  const metering = new MeterProvider({ readers: [reader] });
  const hooks = openTelemetryHooks(tracing.getTracer('weiban'), metering.getMeter('weiban'));
  const { server, weiban } = await serveWeiban({}, { hooks });
  await weiban.opportunity.one({ serial_number: 'SJ20240305' });
  server.answer('opportunity/one', () => ({ body: { errcode: 22201, errmsg: '?' } }));
  await weiban.opportunity.one({ id: '1' }).result();
  await metering.forceFlush();

  expect(
    spans.getFinishedSpans().map(({ name, status, attributes }) => [name, status.code, attributes]),
  ).toEqual([
    ['accessTokenGet', 0, expect.objectContaining({ 'http.response.status_code': 200 })],
    ['opportunityOne', 0, expect.objectContaining({ 'rpc.method': 'opportunityOne' })],
    ['opportunityOne', 2, expect.objectContaining({ 'error.type': 'OpportunityNotFound' })],
  ]);
  const names = metrics
    .getMetrics()
    .flatMap(({ scopeMetrics }) => scopeMetrics)
    .flatMap((scope) => scope.metrics)
    .map(({ descriptor }) => descriptor.name);
  expect(names).toContain('weiban.request.duration');
  await Promise.all([tracing.shutdown(), metering.shutdown()]);
});
