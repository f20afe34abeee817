package dev.hypergraph4j.jdbc.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** A type whose values have a text that stands for them exactly. Only such types can be the keys of an object. */
class TextShape extends Shape {
    private final Text text;

    /** The text of values, and back. */
    interface Text {
        /** The text of a value. */
        String of(Object value) throws UnfitException;

        /**
         * The value of a text.
         *
         * @throws RuntimeException if it is the text of none
         */
        Object parse(String text);

        /** A schema of the text. */
        ObjectNode schema();
    }

    TextShape(ValueType type, Text text) {
        super(type);
        this.text = text;
    }

    final String text(Object value) throws UnfitException {
        return text.of(value);
    }

    final Object parse(String written) throws UnfitException {
        try {
            return text.parse(written);
        } catch (RuntimeException none) {
            String shown = written.length() > 100 ? written.substring(0, 100) + "..." : written;
            throw new UnfitException("'" + shown + "' is no " + type().name(), none);
        }
    }

    @Override
    void writePresent(Object value, JsonGenerator out) throws IOException, UnfitException {
        out.writeString(text.of(value));
    }

    @Override
    Object readPresent(JsonParser in) throws IOException, UnfitException {
        expect(JsonToken.VALUE_STRING, in);
        return parse(in.getText());
    }

    @Override
    ObjectNode describe(Schemas schemas) {
        return text.schema();
    }
}
