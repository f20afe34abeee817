package dev.hypergraph4j.jdbc.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.AbstractMap;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The entry of a map: an array of its key and its value. */
final class EntryShape extends Shape {
    private final Shape key;
    private final Shape value;

    EntryShape(ValueType type, Shape key, Shape value) {
        super(type);
        this.key = key;
        this.value = value;
    }

    @Override
    Collection<Shape> parts() {
        return List.of(key, value);
    }

    @Override
    void writePresent(Object written, JsonGenerator out) throws IOException, UnfitException {
        if (!(written instanceof Map.Entry<?, ?> entry)) {
            throw new UnfitException("it is a " + written.getClass().getName());
        }
        out.writeStartArray();
        key.write(entry.getKey(), out);
        value.write(entry.getValue(), out);
        out.writeEndArray();
    }

    @Override
    Object readPresent(JsonParser in) throws IOException, UnfitException {
        expect(JsonToken.START_ARRAY, in);
        in.nextToken();
        Object left = key.read(in);
        in.nextToken();
        Object right = value.read(in);
        in.nextToken();
        expect(JsonToken.END_ARRAY, in);
        return new AbstractMap.SimpleImmutableEntry<>(left, right);
    }

    @Override
    ObjectNode describe(Schemas schemas) {
        ObjectNode schema = Schemas.ofType("array");
        ArrayNode items = schema.putArray("prefixItems");
        items.add(key.describe(schemas));
        items.add(value.describe(schemas));
        return schema.put("minItems", 2).put("maxItems", 2);
    }
}
