package com.example.weiban;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells successes from errors. Most answers say it by errcode, some by status_code and success. */
final class Answers {
    /** The fields that say whether an answer is a success. */
    private static final class Envelope {
        String code;
        String message;
        List<Long> ok;
        String flag;
        List<String> operations;
    }

    private static final class Facts {
        Map<String, Envelope> envelopes;
    }

    private final List<Envelope> envelopes;
    private final ErrorCodes errors = new ErrorCodes();

    Answers() {
        envelopes = new ArrayList<>(Json.resource("vectors/answers.json", Facts.class).envelopes.values());
    }

    /**
     * The result: the answer without the fields of its envelope.
     *
     * @throws WeibanException if the answer is an error
     * @throws UnreadableAnswerException if it is none of Weiban's
     */
    JsonObject read(String operation, int status, String text) {
        JsonObject body = parse(operation, status, text);
        Envelope own = envelopeOf(operation);
        Envelope envelope = usedIn(body, own);
        if (envelope == null) throw new UnreadableAnswerException(operation, status, "no-envelope");
        Long code = codeOf(envelope, body);
        Boolean flag = envelope.flag == null ? null : flagOf(body.get(envelope.flag));
        boolean isFailure = code != null && !envelope.ok.contains(code);
        if (code != null && flag != null && flag == isFailure)
            throw new UnreadableAnswerException(operation, status, "contradiction");
        if (isFailure || Boolean.FALSE.equals(flag)) throw failure(operation, code, body.get(envelope.message));
        // A server error with a success in it is a proxy's or a bug's: neither can be trusted.
        if (status < 200 || status > 299) throw new UnreadableAnswerException(operation, status, "status");
        body.remove(envelope.code);
        body.remove(envelope.message);
        if (envelope.flag != null) body.remove(envelope.flag);
        return body;
    }

    private static JsonObject parse(String operation, int status, String text) {
        JsonElement value;
        try {
            value = Json.parse(text);
        } catch (JsonParseException error) {
            throw new UnreadableAnswerException(operation, status, problemOf(text.trim()));
        }
        if (!value.isJsonObject()) throw new UnreadableAnswerException(operation, status, "no-envelope");
        return value.getAsJsonObject();
    }

    private static String problemOf(String text) {
        if (text.isEmpty()) return "empty";
        if (text.startsWith("<")) return "html";
        return text.startsWith("{") || text.startsWith("[") ? "truncated" : "not-json";
    }

    /** The envelope of an operation: the usual one, unless another one names the operation. */
    private Envelope envelopeOf(String operation) {
        return envelopes.stream()
                .filter(envelope -> envelope.operations != null && envelope.operations.contains(operation))
                .findFirst()
                .orElse(envelopes.get(0));
    }

    /** The envelope whose code an answer has. Nobody documents how operations with their own envelope report a failure. */
    private Envelope usedIn(JsonObject body, Envelope own) {
        if (codeOf(own, body) != null) return own;
        return envelopes.stream()
                .filter(envelope -> codeOf(envelope, body) != null)
                .findFirst()
                // Only the usual envelope is documented to be in every answer.
                .orElse(own == envelopes.get(0) ? null : own);
    }

    private static Long codeOf(Envelope envelope, JsonObject body) {
        JsonElement code = body.get(envelope.code);
        // Some pages type status_code as a text.
        boolean isInteger = code instanceof JsonPrimitive && code.getAsString().matches("-?\\d{1,18}");
        return isInteger ? (Long) code.getAsLong() : null;
    }

    private static Boolean flagOf(JsonElement flag) {
        return flag instanceof JsonPrimitive && ((JsonPrimitive) flag).isBoolean() ? (Boolean) flag.getAsBoolean() : null;
    }

    private WeibanException failure(String operation, Long code, JsonElement message) {
        long number = code == null ? 0 : code;
        String said = message instanceof JsonPrimitive ? message.getAsString() : "";
        return new WeibanException(operation, number, said, errors.of(operation, number));
    }
}
