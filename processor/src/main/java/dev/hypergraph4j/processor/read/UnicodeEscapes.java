package dev.hypergraph4j.processor.read;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The unicode escapes of Java, which the language reads before anything else (JLS 3.3). */
final class UnicodeEscapes {
    /** A run of backslashes; one that stands behind an odd number of others is itself escaped and starts none. */
    private static final Pattern ESCAPE = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u+([0-9a-fA-F]{4})");

    private UnicodeEscapes() {}

    /** The text with escapes replaced by the characters they stand for. */
    static String translate(String source) {
        return source.contains("\\u") ? ESCAPE.matcher(source).replaceAll(UnicodeEscapes::character) : source;
    }

    private static String character(MatchResult escape) {
        String character = String.valueOf((char) Integer.parseInt(escape.group(2), 16));
        return Matcher.quoteReplacement(escape.group(1) + character);
    }
}
