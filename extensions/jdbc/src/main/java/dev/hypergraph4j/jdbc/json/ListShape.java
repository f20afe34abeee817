package dev.hypergraph4j.jdbc.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lists and sets, in their order. */
final class ListShape extends Shape {
    /** What values have to be, so that what is read equals them: a collection that is no list does not equal one. */
    private final Class<?> kind;

    private final Supplier<Collection<@Nullable Object>> empty;
    private final boolean isSet;
    private final Shape element;

    ListShape(
            ValueType type, Class<?> kind, Supplier<Collection<@Nullable Object>> empty, boolean isSet, Shape element) {
        super(type);
        this.kind = kind;
        this.empty = empty;
        this.isSet = isSet;
        this.element = element;
    }

    @Override
    boolean isUnordered() {
        return isSet;
    }

    @Override
    Collection<Shape> parts() {
        return List.of(element);
    }

    @Override
    void writePresent(Object value, JsonGenerator out) throws IOException, UnfitException {
        if (!kind.isInstance(value) || !(value instanceof Collection<?> elements)) {
            throw new UnfitException("it is a " + value.getClass().getName() + ", and comes back as another kind");
        }
        out.writeStartArray();
        if (isSet) {
            Unordered.write(elements, element::write, out);
        } else {
            for (Object each : elements) {
                element.write(each, out);
            }
        }
        out.writeEndArray();
    }

    @Override
    Object readPresent(JsonParser in) throws IOException, UnfitException {
        expect(JsonToken.START_ARRAY, in);
        Collection<@Nullable Object> elements = empty.get();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            if (!elements.add(element.read(in))) {
                throw new UnfitException("an element is there twice");
            }
        }
        return elements;
    }

    @Override
    ObjectNode describe(Schemas schemas) {
        ObjectNode schema = Schemas.ofType("array");
        schema.set("items", element.describe(schemas));
        return isSet ? schema.put("uniqueItems", true) : schema;
    }
}
