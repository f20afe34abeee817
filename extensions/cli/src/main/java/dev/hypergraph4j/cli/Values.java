package dev.hypergraph4j.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.hypergraph4j.jdbc.json.JsonCodec;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.UnpersistableValueException;
import dev.hypergraph4j.runtime.durable.ValueCodec;

/** The values of a store as JSON: in databases they are, elsewhere they are made it as far as that goes, to be looked at. */
final class Values {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS) // No digit is lost on the way.
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final ValueCodec codec;

    Values(ValueCodec codec) {
        this.codec = codec;
    }

    /** A value; a text about it where it can't be shown. */
    JsonNode read(Payload payload) {
        try {
            return codec instanceof JsonCodec json ? MAPPER.readTree(json.json(payload)) : held(payload);
        } catch (JsonProcessingException | UnpersistableValueException | IllegalArgumentException unreadable) {
            return TextNode.valueOf("(not to be read as JSON: " + payload + ")");
        }
    }

    private static JsonNode held(Payload payload) {
        return payload instanceof Payload.Reference held
                ? MAPPER.valueToTree(held.value())
                : TextNode.valueOf("(" + payload + ")");
    }

    /** A value to be kept, from its JSON text. */
    Payload write(String json) {
        try {
            return codec instanceof JsonCodec written
                    ? written.ofJson(json.strip())
                    : codec.encode(MAPPER.readValue(json, Object.class), Object.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("no JSON: " + json, broken);
        }
    }
}
