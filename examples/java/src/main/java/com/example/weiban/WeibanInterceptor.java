package com.example.weiban;

import java.io.IOException;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Puts token, limits and errors around every call of the generated client. */
final class WeibanInterceptor implements Interceptor {
    private static final String PREFIX = "/open-api/";
    private static final String TOKEN_OPERATION = "accessTokenGet";
    /** A larger answer counts as truncated. */
    private static final long MAX_BYTES = 32L << 20;

    private static final Pattern WORD = Pattern.compile("[/_-](.)");

    private final Tokens tokens;
    private final Limiter limiter;
    private final Answers answers;

    WeibanInterceptor(Tokens tokens, Limiter limiter, Answers answers) {
        this.tokens = tokens;
        this.limiter = limiter;
        this.answers = answers;
    }

    /** A response, and the error in it, if any. */
    private static final class Reply {
        final Response response;
        final WeibanException error;

        Reply(Response response, WeibanException error) {
            this.response = response;
            this.error = error;
        }
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        String operation = operationOf(request.url());
        Reply reply = operation.equals(TOKEN_OPERATION)
                ? send(chain, request, operation)
                : tokens.use(token -> send(chain, withToken(request, token), operation), WeibanInterceptor::isTokenRefused);
        if (reply.error != null) throw reply.error;
        return reply.response;
    }

    /** The operationId of a URL: its path in camel case. */
    static String operationOf(HttpUrl url) {
        String path = url.encodedPath();
        String name = path.substring(path.indexOf(PREFIX) + PREFIX.length());
        return WORD.matcher(name).replaceAll(match -> match.group(1).toUpperCase());
    }

    /** The only place where the token gets into a URL: keep URLs out of your logs. */
    private static Request withToken(Request request, String token) {
        HttpUrl url = request.url().newBuilder().setQueryParameter("access_token", token).build();
        return request.newBuilder().url(url).build();
    }

    private static boolean isTokenRefused(Reply reply) {
        return reply.error != null && reply.error.is("AccessTokenInvalid");
    }

    private Reply send(Chain chain, Request request, String operation) throws IOException {
        String endpoint = request.url().encodedPath();
        String limit = limiter.classOf(operation);
        long begunAt = limiter.enter(endpoint, limit);
        Long code = null;
        try {
            Reply reply = read(chain.proceed(request), operation);
            code = reply.error == null ? 0 : reply.error.code();
            return reply;
        } finally {
            limiter.leave(endpoint, limit, code, begunAt);
        }
    }

    private Reply read(Response response, String operation) throws IOException {
        boolean isRead = false;
        try {
            answers.read(operation, response.code(), response.peekBody(MAX_BYTES).string());
            isRead = true;
            return new Reply(response, null);
        } catch (WeibanException error) {
            return new Reply(null, error);
        } finally {
            if (!isRead) response.close();
        }
    }
}
