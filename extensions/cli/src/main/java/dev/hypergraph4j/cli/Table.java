package dev.hypergraph4j.cli;

import java.util.ArrayList;
import java.util.List;

/** Lines of cells, one column below the other. What comes from elsewhere can't move the cursor or break a line. */
final class Table {
    private static final int LONGEST = 100;
    private static final String GAP = "  ";

    private final List<List<String>> lines = new ArrayList<>();

    /** A table with a head. */
    static Table of(String... head) {
        return new Table().line(head);
    }

    /** Adds a line. */
    Table line(String... cells) {
        List<String> line = new ArrayList<>();
        for (String cell : cells) {
            line.add(printable(cell));
        }
        lines.add(line);
        return this;
    }

    /** A line of {@code name} and {@code value}, unless there is nothing to say. */
    Table unlessEmpty(String name, String value) {
        return value.isEmpty() ? this : line(name, value);
    }

    /** How many lines, with the head. */
    int size() {
        return lines.size();
    }

    /** The lines, aligned, without blanks at their ends. */
    String text() {
        int columns = lines.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> line : lines) {
            for (int i = 0; i < line.size(); i++) {
                widths[i] = Math.max(widths[i], width(line.get(i)));
            }
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(aligned(line, widths)).append('\n'));
        return text.toString();
    }

    private static String aligned(List<String> line, int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.size(); i++) {
            text.append(i == 0 ? "" : GAP).append(line.get(i));
            text.append(" ".repeat(widths[i] - width(line.get(i))));
        }
        return text.toString().stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    /** A text of reasonable length for a cell among others. */
    static String brief(String text) {
        return width(text) <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    /** The text on one line, with control characters to be seen instead of obeyed. */
    static String printable(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().forEach(each -> {
            if (each == '\n') {
                clean.append("\\n");
            } else if (Character.isISOControl(each) || Character.getType(each) == Character.FORMAT) {
                clean.append(String.format("\\u%04x", each));
            } else {
                clean.appendCodePoint(each);
            }
        });
        return clean.toString();
    }
}
