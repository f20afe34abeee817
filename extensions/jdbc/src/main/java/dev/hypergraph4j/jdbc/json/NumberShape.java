package dev.hypergraph4j.jdbc.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Set;

/** Numbers: written digit by digit as their text says. What JSON has no number for, such as NaN, is written as a string. */
final class NumberShape extends TextShape {
    private static final Set<String> NAMES = Set.of("NaN", "Infinity", "-Infinity");

    private final boolean isWhole;

    NumberShape(ValueType type, Text text, boolean isWhole) {
        super(type, text);
        this.isWhole = isWhole;
    }

    @Override
    void writePresent(Object value, JsonGenerator out) throws IOException, UnfitException {
        String digits = text(value);
        if (Character.isLetter(digits.charAt(digits.length() - 1))) {
            out.writeString(digits);
        } else {
            out.writeNumber(digits);
        }
    }

    @Override
    Object readPresent(JsonParser in) throws IOException, UnfitException {
        boolean isOne = switch (in.currentToken()) {
            case VALUE_NUMBER_INT -> true;
            case VALUE_NUMBER_FLOAT -> !isWhole;
            case VALUE_STRING -> !isWhole && NAMES.contains(in.getText());
            default -> false;
        };
        if (!isOne) {
            throw unexpected(in);
        }
        return parse(in.getText());
    }
}
