package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.StoreException;

/** Text for columns, which can't hold every string: NUL ends a text in either database, and a lone surrogate is no character. */
final class Texts {
    private static final char REPLACEMENT = '\uFFFD';

    private Texts() {}

    /** Text that people read, without what columns can't hold. */
    static String readable(String text) {
        int bad = firstBad(text, 0);
        if (bad == text.length()) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text);
        while (bad < clean.length()) {
            clean.setCharAt(bad, REPLACEMENT);
            bad = firstBad(clean, bad + 1);
        }
        return clean.toString();
    }

    /** Text that something is found by, which has to be kept as it is or not at all. */
    static String exact(String text) {
        if (firstBad(text, 0) < text.length()) {
            throw StoreException.failedTo(
                    "keep the name '" + readable(text) + "', which has a NUL or half a character", null);
        }
        return text;
    }

    private static int firstBad(CharSequence text, int from) {
        int at = from;
        while (at < text.length()) {
            char each = text.charAt(at);
            if (each == 0 || (Character.isSurrogate(each) && !isPair(text, at))) {
                return at;
            }
            at += Character.isSurrogate(each) ? 2 : 1;
        }
        return at;
    }

    private static boolean isPair(CharSequence text, int at) {
        return at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    }
}
