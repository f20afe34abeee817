package dev.hypergraph4j.jdbc.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arrays, but for those of bytes. */
final class ArrayShape extends Shape {
    private final Shape element;

    ArrayShape(ValueType type, Shape element) {
        super(type);
        this.element = element;
    }

    @Override
    Collection<Shape> parts() {
        return List.of(element);
    }

    @Override
    void writePresent(Object value, JsonGenerator out) throws IOException, UnfitException {
        if (value.getClass() != type().raw()) {
            throw new UnfitException("it is a " + value.getClass().getTypeName());
        }
        out.writeStartArray();
        int length = Array.getLength(value);
        for (int i = 0; i < length; i++) {
            element.write(Array.get(value, i), out);
        }
        out.writeEndArray();
    }

    @Override
    Object readPresent(JsonParser in) throws IOException, UnfitException {
        expect(JsonToken.START_ARRAY, in);
        List<@Nullable Object> elements = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            elements.add(element.read(in));
        }
        Object array = Array.newInstance(element.type().raw(), elements.size());
        for (int i = 0; i < elements.size(); i++) {
            Array.set(array, i, elements.get(i));
        }
        return array;
    }

    @Override
    ObjectNode describe(Schemas schemas) {
        ObjectNode schema = Schemas.ofType("array");
        schema.set("items", element.describe(schemas));
        return schema;
    }
}
