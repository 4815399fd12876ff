package com.example.weiban;

import java.time.Instant;

/** The limits leave no room for a call within a minute. It was not sent. */
public final class BlockedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BlockedException(String endpoint, Instant until) {
        super(endpoint + ": 已达限流上限，" + until + " 之后才能继续；请求未发送");
    }
}
