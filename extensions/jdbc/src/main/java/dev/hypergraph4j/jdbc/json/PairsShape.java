package dev.hypergraph4j.jdbc.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Maps whose keys have no text, as arrays of their entries. */
final class PairsShape extends Shape {
    private final Supplier<Map<Object, @Nullable Object>> empty;
    private final EntryShape entry;

    PairsShape(ValueType type, Supplier<Map<Object, @Nullable Object>> empty, EntryShape entry) {
        super(type);
        this.empty = empty;
        this.entry = entry;
    }

    @Override
    boolean isUnordered() {
        return true;
    }

    @Override
    void writePresent(Object written, JsonGenerator out) throws IOException, UnfitException {
        Map<?, ?> map = Maps.readable(written, type());
        out.writeStartArray();
        Unordered.write(map.entrySet(), entry::writePresent, out);
        out.writeEndArray();
    }

    @Override
    Object readPresent(JsonParser in) throws IOException, UnfitException {
        expect(JsonToken.START_ARRAY, in);
        Map<Object, @Nullable Object> map = empty.get();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            Map.Entry<?, ?> read = (Map.Entry<?, ?>) entry.readPresent(in);
            int before = map.size();
            map.put(read.getKey(), read.getValue());
            if (map.size() == before) {
                throw new UnfitException("a key is there twice");
            }
        }
        return map;
    }

    @Override
    ObjectNode describe(Schemas schemas) {
        ObjectNode schema = Schemas.ofType("array");
        schema.set("items", entry.describe(schemas));
        return schema;
    }
}
