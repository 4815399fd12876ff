package com.example.weiban;

import static com.example.weiban.VectorsTest.object;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/** answers.json and integers.json. */
final class CallVectors {
    private static final Answers ANSWERS = new Answers();

    private CallVectors() {}

    static JsonElement answer(JsonObject file, JsonObject vector) {
        JsonObject given = vector.getAsJsonObject("given");
        int status = given.has("status") ? given.get("status").getAsInt() : 200;
        try {
            return object(
                    "result",
                    ANSWERS.read(given.get("operation").getAsString(), status, given.get("body").getAsString()));
        } catch (WeibanException error) {
            List<String> names = error.names().stream().sorted().collect(Collectors.toList());
            return object("code", error.code(), "names", names);
        } catch (UnreadableAnswerException error) {
            return object("unreadable", error.reason());
        }
    }

    static JsonElement integer(JsonObject file, JsonObject vector) {
        return vector.get("kind").getAsString().equals("send")
                ? sent(vector.getAsJsonObject("given"))
                : received(vector.get("given").getAsString(), vector.getAsJsonObject("want"));
    }

    private static JsonElement sent(JsonObject given) {
        String name = given.get("name").getAsString();
        BigInteger number = new BigInteger(given.get("digits").getAsString());
        HttpUrl url = HttpUrl.get("http://localhost").newBuilder().addQueryParameter(name, number.toString()).build();
        return object("json", Json.GSON.toJson(Collections.singletonMap(name, number)), "query", url.encodedQuery());
    }

    private static JsonElement received(String text, JsonObject pointers) {
        Object value = Json.GSON.fromJson(text, Object.class);
        JsonObject found = new JsonObject();
        for (String pointer : pointers.keySet()) found.addProperty(pointer, String.valueOf(at(value, pointer)));
        return found;
    }

    private static Object at(Object value, String pointer) {
        for (String step : pointer.substring(1).split("/"))
            value = value instanceof List
                    ? ((List<?>) value).get(Integer.parseInt(step))
                    : ((Map<?, ?>) value).get(step);
        return value;
    }
}
