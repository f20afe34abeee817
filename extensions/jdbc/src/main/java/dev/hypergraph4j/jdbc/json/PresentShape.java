package dev.hypergraph4j.jdbc.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** An optional value inside of an optional one: alone in an array, so that an empty one is told from none. */
final class PresentShape extends Shape {
    private final Shape value;

    PresentShape(Shape value) {
        super(value.type());
        this.value = value;
    }

    @Override
    Collection<Shape> parts() {
        return List.of(value);
    }

    @Override
    void writePresent(Object written, JsonGenerator out) throws IOException, UnfitException {
        out.writeStartArray();
        value.writePresent(written, out);
        out.writeEndArray();
    }

    @Override
    Object readPresent(JsonParser in) throws IOException, UnfitException {
        expect(JsonToken.START_ARRAY, in);
        in.nextToken();
        Object read = value.readPresent(in);
        in.nextToken();
        expect(JsonToken.END_ARRAY, in);
        return read;
    }

    @Override
    ObjectNode describe(Schemas schemas) {
        ObjectNode schema = Schemas.ofType("array");
        schema.set("items", value.describe(schemas));
        return schema.put("minItems", 1).put("maxItems", 1);
    }
}
