package dev.hypergraph4j.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hypergraph4j.runtime.durable.Payload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as they are shown: nobody wants megabytes on a terminal without having asked for them. */
final class ShownValues {
    private static final int MOST_BYTES = 2048;

    private final Values values;
    private final boolean isFull;

    ShownValues(Values values, boolean isFull) {
        this.values = values;
        this.isFull = isFull;
    }

    /**
     * For programs: {@code value}, or, where that would be too long, {@code cut} and how many {@code bytes} there are; of one that the store has no more,
     * its hash as {@code missing}.
     */
    JsonNode document(@Nullable Payload payload) {
        if (payload == null) {
            return Values.MAPPER.nullNode();
        }
        if (payload instanceof Payload.Missing missing) {
            return Values.MAPPER.createObjectNode().put("missing", missing.hash());
        }
        JsonNode value = values.read(payload);
        String text = value.toString();
        ObjectNode document = Values.MAPPER.createObjectNode();
        int bytes = bytes(text);
        if (isFull || bytes <= MOST_BYTES) {
            return document.set("value", value);
        }
        return document.put("cut", cut(text)).put("bytes", bytes);
    }

    /** Each by its name. */
    ObjectNode documents(Map<String, Payload> named) {
        ObjectNode documents = Values.MAPPER.createObjectNode();
        named.forEach((name, payload) -> documents.set(name, document(payload)));
        return documents;
    }

    /** All in their order; {@code null} for absent ones. */
    ArrayNode documents(List<? extends @Nullable Payload> list) {
        ArrayNode documents = Values.MAPPER.createArrayNode();
        list.forEach(payload -> documents.add(document(payload)));
        return documents;
    }

    /** For people. */
    String text(@Nullable Payload payload) {
        if (payload == null) {
            return "(absent)";
        }
        if (payload instanceof Payload.Missing missing) {
            return "(" + missing + ")";
        }
        String text = values.read(payload).toString();
        int bytes = bytes(text);
        return isFull || bytes <= MOST_BYTES ? text : cut(text) + "… (" + bytes + " bytes; all of it: --full)";
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** As much as fits, never half a character. */
    private static String cut(String text) {
        int end = 0;
        int bytes = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (bytes > MOST_BYTES) {
                break;
            }
            end += Character.charCount(point);
        }
        return text.substring(0, end);
    }
}
