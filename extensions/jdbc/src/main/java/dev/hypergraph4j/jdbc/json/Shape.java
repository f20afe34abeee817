package dev.hypergraph4j.jdbc.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How values of one type are written, read and described. Thread-safe. */
abstract class Shape {
    private final ValueType type;

    Shape(ValueType type) {
        this.type = type;
    }

    final ValueType type() {
        return type;
    }

    /** Writes a value, which may be absent where the type has absent ones. */
    final void write(@Nullable Object value, JsonGenerator out) throws IOException, UnfitException {
        if (value == null && hasNull()) {
            out.writeNull();
            return;
        }
        try {
            if (value == null) {
                throw new UnfitException("it is null");
            }
            writePresent(value, out);
        } catch (UnfitException unfit) {
            throw unfit.inside(type);
        }
    }

    /** Reads a value. The parser is at its first token, and is left at its last one. */
    final @Nullable Object read(JsonParser in) throws IOException, UnfitException {
        if (in.currentToken() == JsonToken.VALUE_NULL && hasNull()) {
            return null;
        }
        try {
            return readPresent(in);
        } catch (UnfitException unfit) {
            throw unfit.inside(type);
        }
    }

    /** Whether {@code null} is among its values, and written as such. */
    boolean hasNull() {
        return !type.raw().isPrimitive();
    }

    /** Whether its values have parts, and equal each other in whatever order these come. */
    boolean isUnordered() {
        return false;
    }

    /** The shapes of what its values consist of. */
    Collection<Shape> parts() {
        return List.of();
    }

    abstract void writePresent(Object value, JsonGenerator out) throws IOException, UnfitException;

    abstract Object readPresent(JsonParser in) throws IOException, UnfitException;

    /** A JSON schema of its values other than {@code null}. */
    abstract ObjectNode describe(Schemas schemas);

    /** Sees to it that the parser is at a token. */
    static void expect(JsonToken token, JsonParser in) throws IOException, UnfitException {
        if (in.currentToken() != token) {
            throw new UnfitException("it is written as " + named(in.currentToken()) + ", not " + named(token));
        }
    }

    static UnfitException unexpected(JsonParser in) {
        return new UnfitException("it is written as " + named(in.currentToken()));
    }

    private static String named(@Nullable JsonToken token) {
        if (token == null) {
            return "nothing";
        }
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case VALUE_NULL -> "null";
            default -> token.toString();
        };
    }
}
