package dev.hypergraph4j.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A terminal that knows what bars need: carriage return, line feed, and the cursor going up and down. */
final class Screen {
    private static final Pattern PART = Pattern.compile("\u001b\\[(\\d+)([AB])|\r|\n|[^\u001b\r\n]+");

    private final List<StringBuilder> lines = new ArrayList<>();
    private int row;
    private int column;

    Screen write(String text) {
        Matcher part = PART.matcher(text);
        int end = 0;
        while (part.find()) {
            if (part.start() != end) {
                throw new AssertionError("not understood: " + text.substring(end, part.start()));
            }
            end = part.end();
            write(part);
        }
        return this;
    }

    /** All lines but the last, empty one. */
    List<String> lines() {
        return lines.stream()
                .map(StringBuilder::toString)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private void write(Matcher part) {
        if (part.group(2) != null) {
            int rows = Integer.parseInt(part.group(1));
            row += part.group(2).equals("A") ? -rows : rows;
        } else if (part.group().equals("\r")) {
            column = 0;
        } else if (part.group().equals("\n")) {
            row++;
            column = 0;
        } else {
            print(part.group());
        }
    }

    private void print(String text) {
        while (lines.size() <= row) {
            lines.add(new StringBuilder());
        }
        StringBuilder line = lines.get(row);
        line.setLength(Math.max(line.length(), column));
        line.replace(column, Math.min(line.length(), column + text.length()), text);
        column += text.length();
    }
}
