package com.example.weiban;

import static com.example.weiban.VectorsTest.object;

import com.example.weiban.Tokens.Token;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;

/** token.json. */
final class TokenVectors {
    private static final WeibanListener NOBODY = new WeibanListener() {};

    private TokenVectors() {}

    static JsonElement outcome(JsonObject file, JsonObject vector) throws Exception {
        JsonObject given = vector.getAsJsonObject("given");
        String kind = vector.get("kind").getAsString();
        if (kind.equals("age")) return age(given);
        return kind.equals("together") ? new Together(given).run() : later(given);
    }

    private static JsonElement age(JsonObject given) {
        Token token = new Token("t", given.get("issuedAt").getAsLong(), given.get("expires_in").getAsLong() * 1000);
        String age = Tokens.ageOf(token, given.get("now").getAsLong()).name();
        return new JsonPrimitive(age.toLowerCase().replace('_', '-'));
    }

    private static JsonElement later(JsonObject given) {
        ManualClock clock = new ManualClock(0);
        Replies replies = new Replies(given.getAsJsonArray("token"));
        AtomicInteger issued = new AtomicInteger();
        Tokens tokens = new Tokens(
                () -> {
                    replies.next();
                    String value = String.valueOf(issued.incrementAndGet());
                    return new Token(value, clock.now, given.get("expires_in").getAsLong() * 1000);
                },
                clock,
                Runnable::run,
                NOBODY);
        List<Integer> used = new ArrayList<>();
        for (JsonElement at : given.getAsJsonArray("calls")) {
            clock.now = at.getAsLong();
            try {
                used.add(Integer.valueOf(tokens.get()));
            } catch (Refused error) {
                used.add(null);
            }
        }
        JsonArray shown = new JsonArray();
        used.forEach(shown::add);
        return object("tokenRequests", replies.asked.get(), "tokens", shown);
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final int code;

        Refused(int code) {
            this.code = code;
        }
    }

    /** Answers, one after the other: 0 or an error code; the last one goes on. */
    private static final class Replies {
        final AtomicInteger asked = new AtomicInteger();
        private final JsonArray codes;

        Replies(JsonArray codes) {
            this.codes = codes;
        }

        int nextCode() {
            return codes.get(Math.min(asked.getAndIncrement(), codes.size() - 1)).getAsInt();
        }

        void next() {
            int code = nextCode();
            if (code != 0) throw new Refused(code);
        }
    }

    /** Calls at the same time, each in a thread of its own. */
    private static final class Together {
        private final Replies issues;
        private final Replies answers;
        private final List<Integer> ends = Collections.synchronizedList(new ArrayList<>());
        private final List<Thread> callers = new ArrayList<>();
        private final CyclicBarrier allAnswered;
        private final Tokens tokens;

        Together(JsonObject given) {
            int calls = given.get("calls").getAsInt();
            issues = new Replies(given.getAsJsonArray("token"));
            answers = new Replies(given.getAsJsonArray("answers"));
            allAnswered = new CyclicBarrier(calls);
            tokens = new Tokens(this::issue, new ManualClock(0), Runnable::run, NOBODY);
            for (int call = 0; call < calls; call++) callers.add(new Thread(this::call));
        }

        JsonElement run() throws InterruptedException {
            for (Thread caller : callers) caller.start();
            for (Thread caller : callers) caller.join();
            if (new HashSet<>(ends).size() != 1) throw new AssertionError("the calls end differently: " + ends);
            return object("tokenRequests", issues.asked.get(), "sent", answers.asked.get(), "call", ends.get(0));
        }

        private void call() {
            boolean[] isFirst = {true};
            try {
                ends.add(tokens.use(
                        token -> {
                            int code = answers.nextCode();
                            // Every call has been answered once before any goes on.
                            if (isFirst[0]) await();
                            isFirst[0] = false;
                            return code;
                        },
                        code -> code == 10001));
            } catch (Refused error) {
                ends.add(error.code);
            } catch (IOException error) {
                throw new UncheckedIOException(error);
            }
        }

        private Token issue() {
            while (!othersWait()) Thread.onSpinWait();
            issues.next();
            return new Token(String.valueOf(issues.asked.get()), 0, 7_200_000);
        }

        private boolean othersWait() {
            return callers.stream().allMatch(caller -> caller == Thread.currentThread()
                    || caller.getState() == Thread.State.WAITING
                    || caller.getState() == Thread.State.TERMINATED);
        }

        private void await() {
            try {
                allAnswered.await();
            } catch (Exception error) {
                throw new IllegalStateException(error);
            }
        }
    }
}
