// Spans and metrics with OpenTelemetry, from hooks. Copy it, and pass your own tracer and meter. It needs no package:
// the interfaces below are the parts of @opentelemetry/api that it uses.

import type { Hooks } from 'weiban-openapi';

interface Span {
  setAttribute(name: string, value: string | number): unknown;
  recordException(error: { name: string; message: string }): void;
  setStatus(status: { code: number; message?: string }): unknown;
  end(at?: number): void;
}

interface Tracer {
  startSpan(name: string, options: { kind: number; startTime: number; attributes: Attributes }): Span;
}

interface Meter {
  createHistogram(name: string, options: { unit: string }): Recorder;
  createCounter(name: string): { add(count: number, attributes: Attributes): void };
}

interface Recorder {
  record(value: number, attributes: Attributes): void;
}

type Attributes = Record<string, string | number>;

// SpanKind.CLIENT and SpanStatusCode.ERROR.
const CLIENT = 2;
const ERROR = 2;

/** Records one span and one measurement for each request, named by operation: no argument, no token, no URL. */
export function openTelemetryHooks(tracer: Tracer, meter: Meter): Hooks {
  const duration = meter.createHistogram('weiban.request.duration', { unit: 'ms' });
  const waits = meter.createCounter('weiban.waits');
  const retries = meter.createCounter('weiban.retries');
  return {
    onResponse({ operation, attempt, duration: took, status, error }) {
      const now = Date.now();
      const attributes: Attributes = {
        'rpc.system': 'weiban',
        'rpc.method': operation,
        'weiban.attempt': attempt,
        ...(status !== undefined && { 'http.response.status_code': status }),
        ...(error && { 'error.type': String(error.reason ?? error.code ?? error.kind) }),
      };
      duration.record(took, attributes);
      const span = tracer.startSpan(operation, { kind: CLIENT, startTime: now - took, attributes });
      if (error) {
        span.recordException({ name: error.name, message: error.message });
        span.setStatus({ code: ERROR, message: error.kind });
      }
      span.end(now);
    },
    onWait: ({ operation, reason }) => waits.add(1, { 'rpc.method': operation, 'weiban.reason': reason }),
    onRetry: ({ operation }) => retries.add(1, { 'rpc.method': operation }),
  };
}
