package com.example.weiban;

/** Learns what happens behind the calls, for logs and metrics. */
public interface WeibanListener {
    /** A token is requested. */
    default void onTokenRequest() {}

    /** Weiban refused a token (10001); the call is now sent once more, with another one. */
    default void onTokenRenewed() {}
}
