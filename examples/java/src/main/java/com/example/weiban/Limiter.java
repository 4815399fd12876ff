package com.example.weiban;

import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps the calls of one company within its limits. Other programs of the company count too: give each its share. */
final class Limiter {
    /** The documented limits; vectors/limits.json has them. */
    static final class Facts {
        int inFlight;
        Map<String, Quota> classes;
        Map<String, Long> codes;
        /** The operations of a class other than read. */
        Map<String, List<String>> operations;
    }

    /** Calls to one endpoint within any minute, and within any hour. */
    static final class Quota {
        int minute;
        int hour;
    }

    /** The calls to one endpoint: those in flight, and when the others ended. */
    private static final class Calls {
        int inFlight;
        List<Long> ends = new ArrayList<>();
    }

    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long UNTIL_A_CALL_ENDS = Long.MAX_VALUE;

    private final Facts facts;
    private final Clock clock;
    private final Map<String, Calls> endpoints = new HashMap<>();
    private final Map<String, Pause> pauses = new HashMap<>();
    private int inFlight;

    Limiter(Facts facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    /** The class of an operation: read, write or bulk. */
    String classOf(String operation) {
        return facts.operations.entrySet().stream()
                .filter(entry -> entry.getValue().contains(operation))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("read");
    }

    /**
     * Waits for the turn of a call. Whoever got a turn calls {@link #leave}, whatever happens.
     *
     * @return when the call began
     * @throws BlockedException if the turn comes in more than a minute
     */
    synchronized long enter(String endpoint, String limit) throws InterruptedIOException {
        try {
            for (; ; ) {
                long wait = tryEnter(endpoint, limit);
                if (wait == 0) return clock.millis();
                if (wait == UNTIL_A_CALL_ENDS) wait();
                else if (wait > MINUTE) throw new BlockedException(endpoint, clock.instant().plusMillis(wait));
                else wait(wait);
            }
        } catch (InterruptedException error) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the limits of " + endpoint);
        }
    }

    /** Begins a call if it may begin now: 0. Otherwise the milliseconds until then, as far as it is known. */
    synchronized long tryEnter(String endpoint, String limit) {
        long now = clock.millis();
        if (inFlight >= facts.inFlight) return UNTIL_A_CALL_ENDS;
        Calls calls = endpoints.computeIfAbsent(endpoint, name -> new Calls());
        calls.ends.subList(0, firstAfter(calls.ends, now - HOUR)).clear();
        Quota quota = facts.classes.get(limit);
        long wait = Math.max(0, pauseOf(limit).until() - now);
        wait = Math.max(wait, windowOf(calls, MINUTE, quota.minute, now));
        wait = Math.max(wait, windowOf(calls, HOUR, quota.hour, now));
        if (wait > 0) return wait;
        inFlight++;
        calls.inFlight++;
        return 0;
    }

    /** Ends a call: the code of its answer, 0 for a success, null without an answer. */
    synchronized void leave(String endpoint, String limit, Long code, long begunAt) {
        long now = clock.millis();
        inFlight--;
        Calls calls = endpoints.get(endpoint);
        calls.inFlight--;
        calls.ends.add(now);
        if (code != null && facts.codes.containsValue(code)) pauseOf(limit).refuse(code, begunAt, now);
        else if (code != null) pauseOf(limit).pass(begunAt);
        notifyAll();
    }

    /**
     * Milliseconds until a window has room for one more call. A call counts from its start until a full window after its
     * end: Weiban counts it at some time in between, so no window of Weiban's ever holds more.
     */
    private static long windowOf(Calls calls, long span, int most, long now) {
        int first = firstAfter(calls.ends, now - span);
        int over = calls.ends.size() - first + calls.inFlight - most;
        if (over < 0) return 0;
        return first + over < calls.ends.size() ? calls.ends.get(first + over) + span - now : UNTIL_A_CALL_ENDS;
    }

    private static int firstAfter(List<Long> times, long time) {
        int low = 0;
        for (int high = times.size(); low < high; ) {
            int middle = (low + high) >>> 1;
            if (times.get(middle) <= time) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private Pause pauseOf(String limit) {
        return pauses.computeIfAbsent(limit, name -> new Pause(facts.codes.get("inFlight")));
    }
}
