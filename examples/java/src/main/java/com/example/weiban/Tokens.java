package com.example.weiban;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** One token for all calls: however many callers wait, Weiban gets one request. */
final class Tokens {
    /** A token, and when it was issued, with its life in milliseconds. */
    static final class Token {
        final String value;
        final long issuedAt;
        final long lifetime;

        Token(String value, long issuedAt, long lifetime) {
            this.value = value;
            this.issuedAt = issuedAt;
            this.lifetime = lifetime;
        }
    }

    /** What a caller does with a token: use it, use it while another is requested, or have it replaced first. */
    enum Age {
        USE,
        RENEW_AHEAD,
        RENEW
    }

    /** A call that needs a token. */
    interface Call<R> {
        R send(String token) throws IOException;
    }

    private static final long MARGIN = 300_000;
    private static final long PATIENCE = 30_000;

    private final Supplier<Token> issuer;
    private final Clock clock;
    private final Executor background;
    private final WeibanListener listener;
    private volatile Token current;
    private CompletableFuture<String> pending;
    private long renewNoSooner;

    /** @param background renews tokens that still serve */
    Tokens(Supplier<Token> issuer, Clock clock, Executor background, WeibanListener listener) {
        this.issuer = issuer;
        this.clock = clock;
        this.background = background;
        this.listener = listener;
    }

    /** Sends a call with a token; once more, with another one, if the token was refused. */
    <R> R use(Call<R> call, Predicate<R> isRefused) throws IOException {
        String token = get();
        R reply = call.send(token);
        if (!isRefused.test(reply)) return reply;
        String renewed = refresh(token);
        listener.onTokenRenewed();
        return call.send(renewed);
    }

    String get() {
        Token token = current;
        if (token == null) return refresh(null);
        Age age = ageOf(token, clock.millis());
        if (age == Age.RENEW) return refresh(null);
        if (age == Age.RENEW_AHEAD) renewAhead();
        return token.value;
    }

    static Age ageOf(Token token, long now) {
        // A token of a machine whose clock is ahead counts as just issued.
        long left = token.lifetime - Math.max(0, now - token.issuedAt);
        if (left <= 0) return Age.RENEW;
        return left <= Math.min(MARGIN, token.lifetime / 10) ? Age.RENEW_AHEAD : Age.USE;
    }

    private void renewAhead() {
        synchronized (this) {
            if (clock.millis() < renewNoSooner) return;
            renewNoSooner = clock.millis() + PATIENCE;
        }
        background.execute(() -> {
            try {
                refresh(null);
            } catch (RuntimeException error) {
                // The token still serves. Another call tries again when PATIENCE is over.
            }
        });
    }

    /** Requests a token, or waits for the request of another caller, whose failure is shared but not remembered. */
    private String refresh(String refused) {
        CompletableFuture<String> request;
        synchronized (this) {
            if (isRenewed(refused)) return current.value;
            request = pending;
            if (request == null) pending = new CompletableFuture<>();
        }
        if (request == null) return request();
        try {
            return request.join();
        } catch (CompletionException error) {
            throw (RuntimeException) error.getCause();
        }
    }

    /** Whether another caller has renewed the token meanwhile. */
    private boolean isRenewed(String refused) {
        if (current == null || current.value.equals(refused)) return false;
        return refused != null || ageOf(current, clock.millis()) == Age.USE;
    }

    private String request() {
        try {
            Token token = issuer.get();
            settle(token, null);
            return token.value;
        } catch (RuntimeException error) {
            settle(null, error);
            throw error;
        }
    }

    private synchronized void settle(Token token, RuntimeException error) {
        if (token == null) pending.completeExceptionally(error);
        else {
            current = token;
            pending.complete(token.value);
        }
        pending = null;
    }
}
