package com.example.weiban;

import com.example.weiban.Pages.Page;
import com.example.weiban.Tokens.Token;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.ForkJoinPool;
import okhttp3.OkHttpClient;
import weiban.ApiClient;
import weiban.JSON;
import weiban.api.AccessTokenApi;
import weiban.api.CustomersApi;
import weiban.api.SalesProcessApi;
import weiban.model.AccessTokenGetAnswer;
import weiban.model.AccessTokenGetBody;
import weiban.model.Customer;
import weiban.model.ExternalUserListAnswer;

/** One company's connection: the generated client behind {@link WeibanInterceptor}. Create one, and share it. */
public final class Weiban {
    private static final int PAGE = 50;

    private final ApiClient client;
    private final String corpId;
    private final String secret;

    public Weiban(String baseUrl, String corpId, String secret, WeibanListener listener) {
        this.corpId = corpId;
        this.secret = secret;
        JSON.setGson(Json.GSON);
        Clock clock = Clock.systemUTC();
        Tokens tokens = new Tokens(() -> issue(clock, listener), clock, ForkJoinPool.commonPool(), listener);
        Limiter limiter = new Limiter(Json.resource("vectors/limits.json", Limiter.Facts.class), clock);
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(new WeibanInterceptor(tokens, limiter, new Answers()))
                .readTimeout(Duration.ofSeconds(30))
                // Otherwise OkHttp may send a write a second time.
                .retryOnConnectionFailure(false)
                .build();
        client = new ApiClient(http).setBasePath(baseUrl);
    }

    /** The generated client, for every other API class: {@code new TagLibraryApi(weiban.client())}. */
    public ApiClient client() {
        return client;
    }

    public SalesProcessApi salesProcess() {
        return new SalesProcessApi(client);
    }

    /** All customers, a page at a time. */
    public Iterator<Customer> customers() {
        CustomersApi api = new CustomersApi(client);
        return Pages.byOffset(
                0,
                offset -> {
                    ExternalUserListAnswer answer = api.externalUserList().limit(PAGE).offset(offset).execute();
                    return new Page<>(answer.getExternalUserList(), answer.getTotal(), null, null);
                },
                Weiban::sleep);
    }

    private Token issue(Clock clock, WeibanListener listener) {
        AccessTokenGetBody body = new AccessTokenGetBody().corpId(corpId).secret(secret);
        listener.onTokenRequest();
        AccessTokenGetAnswer answer = new AccessTokenApi(client).accessTokenGet(body).execute();
        return new Token(answer.getAccessToken(), clock.millis(), answer.getExpiresIn() * 1000L);
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException error) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted between two pages", error);
        }
    }
}
