package com.example.weiban;

import com.example.weiban.ErrorCodes.ErrorCode;
import java.util.List;
import java.util.stream.Collectors;

/** Weiban answered a call with an error. */
public final class WeibanException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String operation;
    private final long code;
    private final transient List<ErrorCode> known;

    WeibanException(String operation, long code, String said, List<ErrorCode> known) {
        super(describe(code, said, known));
        this.operation = operation;
        this.code = code;
        this.known = known;
    }

    /** The operationId of the call. */
    public String operation() {
        return operation;
    }

    /** The number in the answer. */
    public long code() {
        return code;
    }

    /** Whether this is the documented error of that name: {@code is("OpportunityNotFound")}. */
    public boolean is(String name) {
        return names().contains(name);
    }

    /** The names of the error: none if nobody documents the code, several if an operation has it for several errors. */
    List<String> names() {
        return known.stream().map(error -> error.name).collect(Collectors.toList());
    }

    private static String describe(long code, String said, List<ErrorCode> known) {
        // What a server says may hold characters that control a terminal.
        if (known.isEmpty()) return "未知错误 (" + code + "): " + said.replaceAll("\\p{Cntrl}", " ");
        return known.stream().map(ErrorCode::toString).collect(Collectors.joining(" / "));
    }
}
