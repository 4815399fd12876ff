package com.example.weiban;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The parameters in the query of a pushed message. */
final class SignedQuery {
    final String signature;
    final String timestamp;
    final String nonce;
    /** The ciphertext of a check of the address; null for a message. */
    final String echo;

    private SignedQuery(String signature, String timestamp, String nonce, String echo) {
        this.signature = signature;
        this.timestamp = timestamp;
        this.nonce = nonce;
        this.echo = echo;
    }

    /** Reads a raw query; null if a parameter is missing, comes twice or is not readable. */
    static SignedQuery read(String rawQuery, boolean isCheck) {
        Map<String, String> values = valuesOf(rawQuery == null ? "" : rawQuery);
        if (values == null) return null;
        String signature = values.get("msg_signature");
        String timestamp = values.get("timestamp");
        String nonce = values.get("nonce");
        String echo = values.get("echostr");
        if (signature == null || timestamp == null || nonce == null || (isCheck && echo == null)) return null;
        // Base64 has no spaces; each of them was a + that nobody escaped.
        return new SignedQuery(signature, timestamp, nonce, isCheck ? echo.replace(' ', '+') : null);
    }

    private static Map<String, String> valuesOf(String rawQuery) {
        Map<String, String> values = new HashMap<>();
        Set<String> seen = new HashSet<>();
        try {
            for (String pair : rawQuery.split("&")) {
                String[] parts = pair.split("=", 2);
                String name = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
                String value = parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
                if (seen.add(name) && !value.isEmpty()) values.put(name, value);
                else values.remove(name);
            }
            return values;
        } catch (IllegalArgumentException error) {
            return null;
        }
    }

    /** The time in milliseconds since 1970; null if the text is no time. Ten digits are seconds, 13 milliseconds. */
    Long milliseconds() {
        if (!timestamp.matches("\\d{10}(\\d{3})?(\\.\\d+)?")) return null;
        double number = Double.parseDouble(timestamp);
        return Math.round(timestamp.matches("\\d{13}.*") ? number : number * 1000);
    }
}
