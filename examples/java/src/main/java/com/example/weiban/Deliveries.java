package com.example.weiban;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Handles each message once, however often Weiban delivers it. Remembers them in this process: with several of them, or
 * across a restart, keep the keys in Redis or in your database.
 */
final class Deliveries {
    private static final int CAPACITY = 10_000;

    private final Consumer<JsonObject> handler;
    /** Whether a message has been handled; false while it is. */
    private final Map<List<Object>, Boolean> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, Boolean> eldest) {
            return size() > CAPACITY;
        }
    };

    Deliveries(Consumer<JsonObject> handler) {
        this.handler = handler;
    }

    /** The HTTP status to answer: 200, 500 if the handler failed, 503 while another thread handles the message. */
    int handle(String receiveId, JsonObject event, String text) {
        List<Object> key = keyOf(receiveId, event, text);
        synchronized (seen) {
            Boolean isDone = seen.putIfAbsent(key, false);
            if (isDone != null) return isDone ? 200 : 503;
        }
        boolean isHandled = false;
        try {
            handler.accept(event);
            isHandled = true;
            return 200;
        } catch (RuntimeException error) {
            System.err.println("a message could not be handled: " + error);
            return 500;
        } finally {
            synchronized (seen) {
                if (isHandled) seen.put(key, true);
                else seen.remove(key);
            }
        }
    }

    /** Time, nonce and retry_count differ from delivery to delivery. */
    private static List<Object> keyOf(String receiveId, JsonObject event, String text) {
        JsonElement id = event.get("id");
        if (id == null || id.isJsonNull()) return Arrays.asList(receiveId, text);
        return Arrays.asList(receiveId, id, event.get("event"), event.get("status"));
    }
}
