package dev.hypergraph4j.processor.read;

/**
 * Java code without what does not matter to it: comments, white space, and the indentation of text blocks are gone, unicode escapes are read.
 * Two pieces of code that differ in nothing else come out the same; two that mean different things never do.
 *
 * <p>It works on the text, token by token, and not on a syntax tree, whose printed form differs between versions of javac.
 */
final class CanonicalCode {
    private static final String TEXT_BLOCK = "\"\"\"";

    private final String source;
    private final StringBuilder code;
    private int position;

    private CanonicalCode(String source) {
        this.source = source;
        this.code = new StringBuilder(source.length());
    }

    /** The canonical form of {@code source}. */
    static String of(String source) {
        return new CanonicalCode(UnicodeEscapes.translate(source)).read();
    }

    private String read() {
        while (position < source.length()) {
            char next = source.charAt(position);
            if (Character.isWhitespace(next)) {
                position++;
            } else if (source.startsWith("//", position)) {
                position = endOfLine();
            } else if (source.startsWith("/*", position)) {
                position = behind("*/", position + 2);
            } else if (source.startsWith(TEXT_BLOCK, position)) {
                appendTextBlock();
            } else {
                append(source.substring(position, endOfToken(next)));
            }
        }
        return code.toString();
    }

    /** Appends a token, apart from the one before where the two would be read as one. */
    private void append(String token) {
        if (code.length() > 0 && wouldJoin(code.codePointBefore(code.length()), token.codePointAt(0))) {
            code.append(' ');
        }
        code.append(token);
        position += token.length();
    }

    private static boolean wouldJoin(int last, int first) {
        boolean areWords = Character.isJavaIdentifierPart(last) && Character.isJavaIdentifierPart(first);
        return areWords || (last == first && (first == '+' || first == '-'));
    }

    private int endOfToken(char first) {
        if (first == '"' || first == '\'') {
            return endOfLiteral(first);
        }
        if (Character.isJavaIdentifierPart(source.codePointAt(position))) {
            return endOfWord();
        }
        boolean isDoubled = (first == '+' || first == '-') && source.startsWith("" + first + first, position);
        return position + (isDoubled ? 2 : 1);
    }

    /** Names, keywords and the parts of numbers between dots and signs. */
    private int endOfWord() {
        int end = position;
        while (end < source.length() && Character.isJavaIdentifierPart(source.codePointAt(end))) {
            end += Character.charCount(source.codePointAt(end));
        }
        return end;
    }

    private int endOfLiteral(char quote) {
        int end = position + 1;
        while (end < source.length() && source.charAt(end) != quote) {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end + 1, source.length());
    }

    /** A text block's value does not change when the block is indented with the code around it, so its canonical form must not either. */
    private void appendTextBlock() {
        int end = position + TEXT_BLOCK.length();
        while (end < source.length() && !source.startsWith(TEXT_BLOCK, end)) {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        end = Math.min(end, source.length());
        String content = source.substring(Math.min(endOfLine(), end), end).replace("\r\n", "\n");
        code.append(TEXT_BLOCK)
                .append((content.isEmpty() ? content : content.substring(1)).stripIndent())
                .append(TEXT_BLOCK);
        position = Math.min(end + TEXT_BLOCK.length(), source.length());
    }

    private int endOfLine() {
        int end = position;
        while (end < source.length() && source.charAt(end) != '\n' && source.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private int behind(String mark, int from) {
        int start = source.indexOf(mark, from);
        return start < 0 ? source.length() : start + mark.length();
    }
}
