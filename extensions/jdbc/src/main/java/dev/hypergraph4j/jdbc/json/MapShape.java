package dev.hypergraph4j.jdbc.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Maps whose keys have a text, as objects. */
final class MapShape extends Shape {
    private final Supplier<Map<Object, @Nullable Object>> empty;
    private final TextShape key;
    private final Shape value;

    MapShape(ValueType type, Supplier<Map<Object, @Nullable Object>> empty, TextShape key, Shape value) {
        super(type);
        this.empty = empty;
        this.key = key;
        this.value = value;
    }

    @Override
    boolean isUnordered() {
        return true;
    }

    @Override
    void writePresent(Object written, JsonGenerator out) throws IOException, UnfitException {
        Map<?, ?> map = Maps.readable(written, type());
        out.writeStartObject();
        if (out instanceof CanonicalGenerator) {
            writeSorted(map, out);
        } else {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.writeFieldName(name(entry));
                value.write(entry.getValue(), out);
            }
        }
        out.writeEndObject();
    }

    private void writeSorted(Map<?, ?> map, JsonGenerator out) throws IOException, UnfitException {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            sorted.put(name(entry), entry.getValue());
        }
        for (Map.Entry<String, @Nullable Object> entry : sorted.entrySet()) {
            out.writeFieldName(entry.getKey());
            value.write(entry.getValue(), out);
        }
    }

    private String name(Map.Entry<?, ?> entry) throws UnfitException {
        Object name = entry.getKey();
        if (name == null) {
            throw new UnfitException("it has a null among its keys");
        }
        return wellFormed(key.text(name));
    }

    /** Unlike strings, names of JSON with half a character can't be read back. */
    private static String wellFormed(String name) throws UnfitException {
        boolean hasHalf =
                name.codePoints().anyMatch(each -> each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE);
        if (hasHalf) {
            throw new UnfitException("a key has half a character (a lone surrogate)");
        }
        return name;
    }

    @Override
    Object readPresent(JsonParser in) throws IOException, UnfitException {
        expect(JsonToken.START_OBJECT, in);
        Map<Object, @Nullable Object> map = empty.get();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            Object name = key.parse(in.currentName());
            in.nextToken();
            Object read = value.read(in);
            if (map.containsKey(name)) {
                throw new UnfitException("the key '" + in.currentName() + "' is there twice");
            }
            map.put(name, read);
        }
        return map;
    }

    @Override
    ObjectNode describe(Schemas schemas) {
        ObjectNode schema = Schemas.ofType("object");
        if (key.type().raw() != String.class) {
            ObjectNode names = key.describe(schemas);
            if (names.has("enum") || names.has("format")) {
                schema.set("propertyNames", names);
            }
        }
        schema.set("additionalProperties", value.describe(schemas));
        return schema;
    }
}
