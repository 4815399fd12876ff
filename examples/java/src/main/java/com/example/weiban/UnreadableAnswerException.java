package com.example.weiban;

/** An answer that is not one of Weiban's: a proxy's page, half an answer, a contradiction. */
public final class UnreadableAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    UnreadableAnswerException(String operation, int status, String reason) {
        super(operation + ": HTTP 状态码 " + status + "，无法识别的应答（" + reason + "）；写操作可能已生效，重试前请先查询");
        this.reason = reason;
    }

    /** empty, html, truncated, not-json, no-envelope, contradiction or status. */
    public String reason() {
        return reason;
    }
}
