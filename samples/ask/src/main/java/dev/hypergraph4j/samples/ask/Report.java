package dev.hypergraph4j.samples.ask;

import java.io.PrintStream;
import java.util.stream.Stream;

/** Prints titled blocks for a terminal: plain text, so that it reads as well in a file. */
final class Report {
    private static final int WIDTH = 100;
    private static final String MARGIN = "  ";

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    /** A text whose long lines are broken between words; indented lines are code, and stay as they are. */
    void prose(String title, String text) {
        out.println(title);
        text.lines()
                .flatMap(line -> line.isBlank() || line.startsWith(" ")
                        ? Stream.of(line)
                        : wrapped(line).lines())
                .forEach(this::print);
        out.println();
    }

    /** A text that is printed as it is. */
    void lines(String title, String text) {
        out.println(title);
        text.lines().forEach(this::print);
        out.println();
    }

    private void print(String line) {
        out.println((MARGIN + line).stripTrailing());
    }

    private static String wrapped(String line) {
        StringBuilder wrapped = new StringBuilder();
        int column = MARGIN.length();
        for (String word : line.split(" ")) {
            if (column > MARGIN.length()) {
                boolean fits = column + 1 + word.length() <= WIDTH;
                wrapped.append(fits ? ' ' : '\n');
                column = fits ? column + 1 : MARGIN.length();
            }
            wrapped.append(word);
            column += word.length();
        }
        return wrapped.toString();
    }
}
