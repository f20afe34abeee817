package dev.hypergraph4j.jdbc.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** A type that a Jackson module of the user writes and reads. */
final class ForeignShape extends Shape {
    private final ObjectWriter writer;
    private final ObjectReader reader;

    ForeignShape(ValueType type, ForeignTypes types, JavaType javaType) {
        super(type);
        this.writer = types.writer(javaType);
        this.reader = types.reader(javaType);
    }

    @Override
    void writePresent(Object value, JsonGenerator out) throws IOException {
        writer.writeValue(out, value);
    }

    @Override
    Object readPresent(JsonParser in) throws IOException, UnfitException {
        Object value = reader.readValue(in);
        if (value == null) {
            throw new UnfitException("the module reads it as null");
        }
        return value;
    }

    @Override
    ObjectNode describe(Schemas schemas) {
        return Schemas.node().put("title", type().name());
    }
}
