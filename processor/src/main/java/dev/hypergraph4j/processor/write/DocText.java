package dev.hypergraph4j.processor.write;

/** What users wrote, in documentation, where braces, ampersands and the end of a comment mean something. */
final class DocText {
    private static final int LONGEST = 60;
    private static final String MEANINGFUL = "{}@\\*";

    private DocText() {}

    /** {@code text} in the type of code, on one line, and cut where it is long. */
    static String code(String text) {
        String shown = text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "...";
        boolean isPlain = shown.chars().noneMatch(c -> MEANINGFUL.indexOf(c) >= 0 || Character.isISOControl(c));
        return isPlain ? "{@code " + shown + "}" : "<code>" + escaped(shown) + "</code>";
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(character -> {
            if (Character.isISOControl(character)) {
                escaped.append(' ');
            } else if (MEANINGFUL.indexOf(character) >= 0 || "&<>".indexOf(character) >= 0) {
                escaped.append("&#").append(character).append(';');
            } else {
                escaped.append((char) character);
            }
        });
        return escaped.toString();
    }
}
