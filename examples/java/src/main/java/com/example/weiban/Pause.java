package com.example.weiban;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * How long a class of calls waits after Weiban refused one. Too many calls in flight need a second, doubled each time. An
 * exceeded window blocks for a minute, an hour, the rest of the day in China, 30 days; which of them is not said, so the
 * shortest is assumed, and the next one if calls are refused after it. Times are in milliseconds since 1970.
 */
final class Pause {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int LONGEST_STEP = 20;

    private final long inFlightCode;
    private long code;
    private int step;
    private long until;

    Pause(long inFlightCode) {
        this.inFlightCode = inFlightCode;
    }

    /** When calls may go on. */
    long until() {
        return until;
    }

    /** Weiban refused a call that began then. Several are in flight when a limit is exceeded: they lengthen nothing. */
    void refuse(long refusal, long begunAt, long now) {
        if (begunAt < until) return;
        step = refusal == code ? Math.min(step + 1, LONGEST_STEP) : 0;
        code = refusal;
        until = refusal == inFlightCode ? now + 1000 * (1L << step) : blockedUntil(now);
    }

    /** Weiban accepted a call that began then. */
    void pass(long begunAt) {
        if (begunAt < until) return;
        code = 0;
        step = 0;
    }

    private long blockedUntil(long now) {
        if (step == 0) return now + Duration.ofMinutes(1).toMillis();
        if (step == 1) return now + Duration.ofHours(1).toMillis();
        if (step > 2) return now + Duration.ofDays(30).toMillis();
        return Instant.ofEpochMilli(now).atZone(CHINA).toLocalDate().plusDays(1).atStartOfDay(CHINA).toInstant().toEpochMilli();
    }
}
