package com.example.weiban;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import weiban.JSON;

/** Reading and writing JSON, for the generated client too. */
final class Json {
    /**
     * Ignores fields that the document lacks, where the generated adapters reject the whole answer. Numbers without a
     * type keep every digit; Gson makes doubles of them unless told otherwise.
     */
    static final Gson GSON = JSON.createGson()
            .registerTypeAdapter(OffsetDateTime.class, new JSON.OffsetDateTimeTypeAdapter())
            .setObjectToNumberStrategy(ToNumberPolicy.BIG_DECIMAL)
            .disableHtmlEscaping()
            .create();

    private Json() {}

    /**
     * Parses one JSON value, as the standard has it.
     *
     * @throws JsonParseException if the text is anything else
     */
    static JsonElement parse(String text) {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        try {
            // Fails for an empty text, which the parser takes for null.
            reader.peek();
            JsonElement value = JsonParser.parseReader(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) throw new JsonParseException("more than one value");
            return value;
        } catch (IOException error) {
            throw new JsonParseException(error);
        }
    }

    /** Reads a file of the npm package; pom.xml puts it into the jar. */
    static <T> T resource(String name, Class<T> type) {
        InputStream stream = Json.class.getResourceAsStream("/" + name);
        if (stream == null) throw new IllegalStateException(name + " is not in the jar: set WEIBAN_DATA when you build");
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return GSON.fromJson(reader, type);
        } catch (IOException error) {
            throw new IllegalStateException(name + " cannot be read", error);
        }
    }
}
