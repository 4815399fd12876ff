package com.example.weiban;

import static com.example.weiban.VectorsTest.object;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.reflect.TypeToken;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** webhooks.json. */
final class WebhookVectors {
    private static final String AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private static final long NOW = 1_795_000_000_000L;
    private static final byte[] RANDOM = new byte[16];

    private WebhookVectors() {}

    static JsonElement outcome(JsonObject file, JsonObject vector) {
        String kind = vector.get("kind").getAsString();
        JsonObject given = new JsonObject();
        JsonObject defaults = file.getAsJsonObject("defaults").getAsJsonObject(kind);
        if (defaults != null) defaults.entrySet().forEach(entry -> given.add(entry.getKey(), entry.getValue()));
        vector.getAsJsonObject("given").entrySet().forEach(entry -> given.add(entry.getKey(), entry.getValue()));
        switch (kind) {
            case "encrypt":
                return encrypt(given);
            case "request":
                return request(given, vector.getAsJsonObject("want"));
            case "key":
                return object("usable", isUsable(text(given, "encodingAesKey")));
            case "deliveries":
                return deliveries(given);
            default:
                throw new IllegalArgumentException("unknown kind " + kind);
        }
    }

    private static JsonElement encrypt(JsonObject given) {
        MessageKey key = keyOf(given);
        byte[] message = utf8(text(given, "text"));
        String encrypt = key.encrypt(message, utf8(text(given, "receiveId")), bytesOf(text(given, "random")));
        if (!text(given, "text").equals(new String(key.decrypt(encrypt).message, StandardCharsets.UTF_8)))
            throw new AssertionError("does not come back");
        return object(
                "encrypt", encrypt, "signature", key.sign(text(given, "timestamp"), text(given, "nonce"), encrypt));
    }

    private static JsonElement request(JsonObject given, JsonObject want) {
        List<String> ids = Json.GSON.fromJson(given.get("receiveIds"), new TypeToken<List<String>>() {}.getType());
        int maxBodyBytes = given.has("maxBodyBytes") ? given.get("maxBodyBytes").getAsInt() : 1 << 20;
        List<JsonObject> events = new ArrayList<>();
        ManualClock clock = new ManualClock(given.get("now").getAsLong());
        Receiver receiver =
                new Receiver(keyOf(given), ids, given.get("window").getAsLong(), maxBodyBytes, clock, events::add);
        byte[] body = given.has("body") ? utf8(text(given, "body")) : new byte[0];
        Receiver.Reply reply = receiver.answer(text(given, "method"), text(given, "query"), body);
        if (events.size() != (reply.text == null ? 0 : 1)) throw new AssertionError(events.size() + " events");
        JsonObject outcome = object("status", reply.status);
        // The vectors say what a success is answered; the text of a failure is free.
        if (want.has("answer")) outcome.addProperty("answer", reply.body);
        if (reply.refusal != null) outcome.addProperty("refused", reply.refusal.get());
        if (reply.text != null) {
            outcome.addProperty("text", reply.text);
            outcome.addProperty("receiveId", reply.receiveId);
        }
        return outcome;
    }

    private static boolean isUsable(String encodingAesKey) {
        try {
            new MessageKey("t", encodingAesKey);
            return true;
        } catch (IllegalArgumentException error) {
            return false;
        }
    }

    private static JsonElement deliveries(JsonObject given) {
        MessageKey key = new MessageKey("t", AES_KEY);
        List<JsonObject> events = new ArrayList<>();
        Receiver receiver = new Receiver(key, List.of("ww1"), 1, 1 << 20, new ManualClock(NOW), events::add);
        JsonArray handled = new JsonArray();
        for (JsonElement text : given.getAsJsonArray("texts")) {
            int before = events.size();
            String encrypt = key.encrypt(utf8(text.getAsString()), utf8("ww1"), RANDOM);
            String time = String.valueOf(NOW);
            String query = "timestamp=" + time + "&nonce=9&msg_signature=" + key.sign(time, "9", encrypt);
            int status = receiver.answer("POST", query, utf8(object("encrypt", encrypt).toString())).status;
            if (status != 200) throw new AssertionError("answered with " + status);
            handled.add(events.size() > before);
        }
        return object("handled", handled);
    }

    private static MessageKey keyOf(JsonObject given) {
        return new MessageKey(text(given, "token"), text(given, "encodingAesKey"));
    }

    private static String text(JsonObject object, String name) {
        return object.get(name).getAsString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytesOf(String hex) {
        byte[] bytes = new byte[hex.length() / 2];
        for (int at = 0; at < bytes.length; at++)
            bytes[at] = (byte) Integer.parseInt(hex.substring(2 * at, 2 * at + 2), 16);
        return bytes;
    }
}
