package com.example.weiban;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Verifies and decrypts pushed messages, and hands each of them over once. */
final class Receiver {
    /** What to answer, and what was received. */
    static final class Reply {
        final int status;
        final String body;
        /** Why a request was refused, for your log alone; null if it was not. Ask after the answer: it takes time. */
        final Supplier<String> refusal;
        /** The decrypted message, and for whom it is; null if there is none. */
        final String text;

        final String receiveId;

        private Reply(int status, String body, Supplier<String> refusal, String text, String receiveId) {
            this.status = status;
            this.body = body;
            this.refusal = refusal;
            this.text = text;
            this.receiveId = receiveId;
        }

        static Reply failed(int status, Supplier<String> refusal) {
            return new Reply(status, "{\"errcode\":" + status + "}", refusal, null, null);
        }

        static Reply refused(String reason) {
            return failed(401, () -> reason);
        }
    }

    private final MessageKey key;
    private final List<String> receiveIds;
    private final long window;
    private final int maxBodyBytes;
    private final Clock clock;
    private final Deliveries deliveries;

    /**
     * @param window how many milliseconds the time of a message may differ from now
     * @param onEvent handles a message; if it throws, Weiban is asked to send the message again
     */
    Receiver(MessageKey key, List<String> receiveIds, long window, int maxBodyBytes, Clock clock, Consumer<JsonObject> onEvent) {
        this.key = key;
        this.receiveIds = receiveIds;
        this.window = window;
        this.maxBodyBytes = maxBodyBytes;
        this.clock = clock;
        deliveries = new Deliveries(onEvent);
    }

    /** Answers a request: GET checks the address, POST brings a message. Read one byte more than maxBodyBytes. */
    Reply answer(String method, String rawQuery, byte[] body) {
        boolean isCheck = method.equals("GET");
        if (!isCheck && !method.equals("POST")) return Reply.failed(405, null);
        if (body.length > maxBodyBytes) return Reply.failed(413, () -> "size");
        SignedQuery query = SignedQuery.read(rawQuery, isCheck);
        if (query == null) return Reply.refused("query");
        String encrypt = isCheck ? query.echo : encryptOf(body);
        if (encrypt == null) return Reply.refused("body");
        if (!key.isSignature(query.signature, query.timestamp, query.nonce, encrypt))
            return Reply.failed(401, () -> key.decrypt(encrypt) == null ? "signature" : "token");
        Long time = query.milliseconds();
        if (time == null) return Reply.refused("query");
        if (Math.abs(clock.millis() - time) > window) return Reply.refused("clock");
        return open(encrypt, isCheck);
    }

    private Reply open(String encrypt, boolean isCheck) {
        MessageKey.Frame frame = key.decrypt(encrypt);
        if (frame == null) return Reply.refused("key");
        String receiveId = utf8(frame.receiveId);
        if (receiveId == null || !receiveIds.contains(receiveId)) return Reply.refused("receiveId");
        String text = utf8(frame.message);
        if (text == null) return Reply.refused("message");
        if (isCheck) return new Reply(200, text, null, null, receiveId);
        JsonObject event = objectOf(text);
        if (event == null) return Reply.refused("message");
        int status = deliveries.handle(receiveId, event, text);
        if (status != 200) return Reply.failed(status, null);
        return new Reply(200, "{\"errcode\":0}", null, text, receiveId);
    }

    private static String encryptOf(byte[] body) {
        JsonObject object = objectOf(new String(body, StandardCharsets.UTF_8));
        JsonElement encrypt = object == null ? null : object.get("encrypt");
        boolean isText = encrypt != null && encrypt.isJsonPrimitive() && encrypt.getAsJsonPrimitive().isString();
        return isText && !encrypt.getAsString().isEmpty() ? encrypt.getAsString() : null;
    }

    private static JsonObject objectOf(String text) {
        try {
            JsonElement value = Json.parse(text.startsWith("\ufeff") ? text.substring(1) : text);
            return value.isJsonObject() ? value.getAsJsonObject() : null;
        } catch (JsonParseException error) {
            return null;
        }
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException error) {
            return null;
        }
    }
}
