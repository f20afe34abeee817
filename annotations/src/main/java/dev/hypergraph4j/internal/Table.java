package dev.hypergraph4j.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Lines text up in columns, two spaces apart, for those who read it in a font of one width. Not thread-safe. */
public final class Table {
    private static final String GAP = "  ";

    private final String indent;
    private final BitSet rightAligned = new BitSet();
    private final List<List<String>> rows = new ArrayList<>();

    /** A table whose lines begin with {@code indent} and whose columns are aligned to the left. */
    public Table(String indent) {
        this.indent = indent;
    }

    /** Aligns these columns, numbered from 0, to the right. */
    public Table rightAligned(int... columns) {
        for (int column : columns) {
            rightAligned.set(column);
        }
        return this;
    }

    /** Adds a row. Rows may differ in length. */
    public Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** The lines, each with a {@code \n} at its end and no space before that. */
    public String text() {
        List<Integer> widths = widths();
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                String padding = " ".repeat(widths.get(column) - width(cell));
                line.append(column == 0 ? "" : GAP);
                line.append(rightAligned.get(column) ? padding + cell : cell + padding);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private List<Integer> widths() {
        List<Integer> widths = new ArrayList<>();
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                if (column == widths.size()) {
                    widths.add(0);
                }
                widths.set(column, Math.max(widths.get(column), width(row.get(column))));
            }
        }
        return widths;
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
