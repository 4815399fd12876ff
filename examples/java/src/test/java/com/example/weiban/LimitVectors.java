package com.example.weiban;

import static com.example.weiban.VectorsTest.object;

import com.example.weiban.Limiter.Quota;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** limits.json, in a time of its own. */
final class LimitVectors {
    private LimitVectors() {}

    static JsonElement outcome(JsonObject file, JsonObject vector) {
        JsonObject given = vector.getAsJsonObject("given");
        return vector.get("kind").getAsString().equals("pauses") ? pauses(file, given) : new Schedule(file, given).run();
    }

    private static JsonElement pauses(JsonObject file, JsonObject given) {
        Pause pause = new Pause(file.getAsJsonObject("codes").get("inFlight").getAsLong());
        JsonArray until = new JsonArray();
        for (JsonElement at : given.getAsJsonArray("at")) {
            pause.refuse(given.get("code").getAsLong(), at.getAsLong(), at.getAsLong());
            until.add(pause.until());
        }
        return object("until", until);
    }

    private static final class Call {
        final String endpoint;
        final long at;
        final long takes;
        final long code;
        long begunAt = -1;

        Call(JsonObject call) {
            endpoint = call.get("endpoint").getAsString();
            at = call.get("at").getAsLong();
            takes = call.get("takes").getAsLong();
            code = call.has("code") ? call.get("code").getAsLong() : 0;
        }
    }

    /** Lets calls through the limiter, from event to event. */
    private static final class Schedule {
        private final String limit;
        private final ManualClock clock = new ManualClock(0);
        private final Limiter limiter;
        private final List<Call> waiting = new ArrayList<>();
        private final List<Call> running = new ArrayList<>();
        private final List<long[]> starts = new ArrayList<>();

        Schedule(JsonObject file, JsonObject given) {
            limit = given.get("class").getAsString();
            Limiter.Facts facts = Json.GSON.fromJson(file, Limiter.Facts.class);
            if (given.has("limits")) override(facts.classes.get(limit), given.getAsJsonObject("limits"));
            limiter = new Limiter(facts, clock);
            for (JsonElement element : given.getAsJsonArray("calls")) {
                JsonObject call = element.getAsJsonObject();
                int count = call.has("count") ? call.get("count").getAsInt() : 1;
                for (int at = 0; at < count; at++) waiting.add(new Call(call));
            }
        }

        private static void override(Quota quota, JsonObject limits) {
            if (limits.has("minute")) quota.minute = limits.get("minute").getAsInt();
            if (limits.has("hour")) quota.hour = limits.get("hour").getAsInt();
        }

        JsonElement run() {
            while (!waiting.isEmpty() || !running.isEmpty()) {
                end();
                clock.now = Math.min(start(), nextEnd());
            }
            return object("starts", starts);
        }

        private void end() {
            for (Iterator<Call> calls = running.iterator(); calls.hasNext(); ) {
                Call call = calls.next();
                if (call.begunAt + call.takes > clock.now) continue;
                limiter.leave(call.endpoint, limit, call.code, call.begunAt);
                calls.remove();
            }
        }

        /** Starts what may start now, and returns when to try again. */
        private long start() {
            long next = Long.MAX_VALUE;
            for (Iterator<Call> calls = waiting.iterator(); calls.hasNext(); ) {
                Call call = calls.next();
                long wait = call.at > clock.now ? call.at - clock.now : limiter.tryEnter(call.endpoint, limit);
                if (wait > 0) {
                    if (wait < Long.MAX_VALUE) next = Math.min(next, clock.now + wait);
                    continue;
                }
                calls.remove();
                call.begunAt = clock.now;
                count();
                if (call.takes == 0) limiter.leave(call.endpoint, limit, call.code, call.begunAt);
                else running.add(call);
            }
            return next;
        }

        private long nextEnd() {
            return running.stream().mapToLong(call -> call.begunAt + call.takes).min().orElse(Long.MAX_VALUE);
        }

        private void count() {
            long[] last = starts.isEmpty() ? null : starts.get(starts.size() - 1);
            if (last != null && last[0] == clock.now) last[1]++;
            else starts.add(new long[] {clock.now, 1});
        }
    }
}
