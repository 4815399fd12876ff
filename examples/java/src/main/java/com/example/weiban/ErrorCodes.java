package com.example.weiban;

import java.util.List;
import java.util.stream.Collectors;

/** The documented errors. The same number means different things in different operations. */
final class ErrorCodes {
    /** A documented error. */
    static final class ErrorCode {
        String name;
        long code;
        String zh;
        String en;
        String advice;
        String adviceZh;
        /** Set for errors that any operation can have: refresh-token, wait or stop. */
        String remedy;

        List<String> operations;

        @Override
        public String toString() {
            return name + " (" + code + "): " + zh + "。" + adviceZh;
        }
    }

    private static final class Facts {
        List<ErrorCode> errors;
    }

    private final List<ErrorCode> errors = Json.resource("error-codes.json", Facts.class).errors;

    /** The errors that a code can mean in an operation: its own, or else those that all operations share. */
    List<ErrorCode> of(String operation, long code) {
        List<ErrorCode> known = errors.stream().filter(error -> error.code == code).collect(Collectors.toList());
        List<ErrorCode> own =
                known.stream().filter(error -> error.operations.contains(operation)).collect(Collectors.toList());
        if (!own.isEmpty()) return own;
        return known.stream().filter(error -> error.remedy != null).collect(Collectors.toList());
    }
}
