package dev.hypergraph4j.jdbc.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** True and false. */
final class BooleanShape extends TextShape {

    BooleanShape(ValueType type, Text text) {
        super(type, text);
    }

    @Override
    void writePresent(Object value, JsonGenerator out) throws IOException, UnfitException {
        out.writeBoolean(Boolean.parseBoolean(text(value)));
    }

    @Override
    Object readPresent(JsonParser in) throws IOException, UnfitException {
        JsonToken token = in.currentToken();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw unexpected(in);
        }
        return token == JsonToken.VALUE_TRUE;
    }
}
