package dev.hypergraph4j.jdbc.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Optional values: an empty one is written as null, any other as its value. */
final class OptionalShape extends Shape {
    private final Shape value;
    private final Function<Object, @Nullable Object> valueOf;
    private final Function<@Nullable Object, Object> make;

    OptionalShape(
            ValueType type,
            Shape value,
            Function<Object, @Nullable Object> valueOf,
            Function<@Nullable Object, Object> make) {
        super(type);
        this.value = value;
        this.valueOf = valueOf;
        this.make = make;
    }

    /** Null is how an empty one is written: no Optional at all can't be. */
    @Override
    boolean hasNull() {
        return false;
    }

    @Override
    Collection<Shape> parts() {
        return List.of(value);
    }

    @Override
    void writePresent(Object written, JsonGenerator out) throws IOException, UnfitException {
        if (written.getClass() != type().raw()) {
            throw new UnfitException("it is a " + written.getClass().getName());
        }
        Object present = valueOf.apply(written);
        if (present == null) {
            out.writeNull();
        } else {
            value.write(present, out);
        }
    }

    @Override
    Object readPresent(JsonParser in) throws IOException, UnfitException {
        return make.apply(in.currentToken() == JsonToken.VALUE_NULL ? null : value.read(in));
    }

    @Override
    ObjectNode describe(Schemas schemas) {
        return Schemas.orNull(value.describe(schemas));
    }
}
