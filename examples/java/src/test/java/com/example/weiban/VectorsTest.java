package com.example.weiban;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs every case of the package's vectors: what every implementation has to make of the same input. */
final class VectorsTest {
    /** What this program makes of a case, in the form of its {@code want}. */
    interface Outcome {
        JsonElement of(JsonObject file, JsonObject vector) throws Exception;
    }

    private static final Path FOLDER = Paths.get(System.getenv("WEIBAN_DATA"), "vectors");

    @TestFactory
    Stream<DynamicContainer> vectors() {
        System.out.println("Vectors in " + FOLDER);
        return Stream.of(
                container("answers", CallVectors::answer),
                container("integers", CallVectors::integer),
                container("limits", LimitVectors::outcome),
                container("paging", PagingVectors::outcome),
                container("token", TokenVectors::outcome),
                container("webhooks", WebhookVectors::outcome));
    }

    private static DynamicContainer container(String name, Outcome outcome) {
        JsonObject file = read(name);
        AtomicInteger passed = new AtomicInteger();
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonElement element : file.getAsJsonArray("cases")) {
            JsonObject vector = element.getAsJsonObject();
            String title = name + ": " + vector.get("name").getAsString();
            tests.add(DynamicTest.dynamicTest(title, () -> {
                JsonElement found = Json.parse(Json.GSON.toJson(outcome.of(file, vector)));
                assertEquals(vector.get("want"), found, title);
                passed.incrementAndGet();
            }));
        }
        int total = tests.size();
        tests.add(DynamicTest.dynamicTest("all", () -> {
            System.out.println(name + " " + passed + " of " + total);
            assertEquals(total, passed.get());
        }));
        return DynamicContainer.dynamicContainer(name, tests);
    }

    private static JsonObject read(String name) {
        try {
            return Json.parse(Files.readString(FOLDER.resolve(name + ".json"))).getAsJsonObject();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /** An object of these names and values. */
    static JsonObject object(Object... pairs) {
        JsonObject object = new JsonObject();
        for (int at = 0; at < pairs.length; at += 2) object.add((String) pairs[at], Json.GSON.toJsonTree(pairs[at + 1]));
        return object;
    }
}
