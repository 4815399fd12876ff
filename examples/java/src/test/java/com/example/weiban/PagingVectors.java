package com.example.weiban;

import static com.example.weiban.VectorsTest.object;

import com.example.weiban.Pages.Page;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.reflect.TypeToken;
import java.util.List;
import java.util.function.Function;

/** paging.json. */
final class PagingVectors {
    private PagingVectors() {}

    static JsonElement outcome(JsonObject file, JsonObject vector) {
        String kind = vector.get("kind").getAsString();
        JsonObject given = vector.getAsJsonObject("given");
        JsonObject names =
                file.getAsJsonObject("kinds").getAsJsonObject(kind).getAsJsonObject("arguments");
        String position = names.get("position").getAsString();
        JsonObject arguments = given.getAsJsonObject("arguments");
        JsonElement start = arguments.has(position) ? arguments.get(position) : names.get("first");
        JsonArray requests = new JsonArray();
        Function<Object, Page<String>> ask = at -> {
            JsonObject request = arguments.deepCopy();
            if (at != null) request.add(position, Json.GSON.toJsonTree(at));
            requests.add(request);
            return pageOf(given.getAsJsonArray("answers").get(requests.size() - 1).getAsJsonObject());
        };
        JsonArray rows = new JsonArray();
        JsonObject outcome = object("requests", requests);
        try {
            pagesOf(kind, start, ask).forEachRemaining(rows::add);
        } catch (IllegalStateException error) {
            outcome.addProperty("error", true);
        }
        outcome.add("requests", requests);
        outcome.add("rows", rows);
        return outcome;
    }

    private static Pages<String> pagesOf(String kind, JsonElement start, Function<Object, Page<String>> ask) {
        if (kind.startsWith("cursor")) return Pages.byCursor(start == null ? null : start.getAsString(), ask, time -> {});
        return kind.startsWith("page")
                ? Pages.byNumber(start.getAsLong(), ask::apply, time -> {})
                : Pages.byOffset(start.getAsLong(), ask::apply, time -> {});
    }

    private static Page<String> pageOf(JsonObject answer) {
        List<String> rows = Json.GSON.fromJson(answer.get("rows"), new TypeToken<List<String>>() {}.getType());
        return new Page<>(
                rows,
                answer.has("total") ? (Long) answer.get("total").getAsLong() : null,
                answer.has("more") ? (Boolean) answer.get("more").getAsBoolean() : null,
                answer.has("next") ? answer.get("next").getAsString() : null);
    }
}
