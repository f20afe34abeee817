package dev.hypergraph4j.runtime.log;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads JSON as RFC 8259 has it and nothing else. Numbers are read as {@link BigDecimal}. */
final class StrictJson {
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");
    private static final Pattern TEXT =
            Pattern.compile("\"((?:[^\"\\\\\\x00-\\x1f]|\\\\(?:[\"\\\\/bfnrt]|u[0-9a-fA-F]{4}))*)\"");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))");

    private final String json;
    private int position;

    private StrictJson(String json) {
        this.json = json;
    }

    static @Nullable Object parse(String json) {
        StrictJson parser = new StrictJson(json);
        Object value = parser.value();
        parser.skipSpace();
        if (parser.position != json.length()) {
            throw parser.error("more behind the end");
        }
        return value;
    }

    /** The same value with its numbers as {@link #parse} reads them. */
    static @Nullable Object numbersAsDecimals(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, element) -> copy.put(key, numbersAsDecimals(element)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(numbersAsDecimals(element)));
            return copy;
        }
        return value instanceof Number ? new BigDecimal(value.toString()) : value;
    }

    private @Nullable Object value() {
        skipSpace();
        if (position == json.length()) {
            throw error("nothing");
        }
        return switch (json.charAt(position)) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> text();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> new BigDecimal(match(NUMBER).group());
        };
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        position++;
        if (!skips('}')) {
            do {
                skipSpace();
                String key = text();
                expect(':');
                if (object.containsKey(key)) {
                    throw error("second '" + key + "'");
                }
                object.put(key, value());
            } while (skips(','));
            expect('}');
        }
        return object;
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> array = new ArrayList<>();
        position++;
        if (!skips(']')) {
            do {
                array.add(value());
            } while (skips(','));
            expect(']');
        }
        return array;
    }

    private String text() {
        String escaped = match(TEXT).group(1);
        return ESCAPE.matcher(escaped)
                .replaceAll(found -> Matcher.quoteReplacement(unescaped(found.group(1), found.group(2))));
    }

    private static String unescaped(@Nullable String hex, String sign) {
        if (hex != null) {
            return String.valueOf((char) Integer.parseInt(hex, 16));
        }
        return switch (sign) {
            case "b" -> "\b";
            case "f" -> "\f";
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            default -> sign;
        };
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!json.startsWith(word, position)) {
            throw error("no " + word);
        }
        position += word.length();
        return value;
    }

    private Matcher match(Pattern pattern) {
        Matcher matcher = pattern.matcher(json).region(position, json.length());
        if (!matcher.lookingAt()) {
            throw error("no " + pattern);
        }
        position = matcher.end();
        return matcher;
    }

    private boolean skips(char sign) {
        skipSpace();
        boolean there = position < json.length() && json.charAt(position) == sign;
        position += there ? 1 : 0;
        return there;
    }

    private void expect(char sign) {
        if (!skips(sign)) {
            throw error("no " + sign);
        }
    }

    private void skipSpace() {
        while (position < json.length() && " \t\r\n".indexOf(json.charAt(position)) >= 0) {
            position++;
        }
    }

    private IllegalArgumentException error(String what) {
        return new IllegalArgumentException(what + " at " + position + " of " + json);
    }
}
