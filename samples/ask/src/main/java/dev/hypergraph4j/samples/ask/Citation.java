package dev.hypergraph4j.samples.ask;

/**
 * Where a part of the answer stands.
 *
 * @param number what the answer calls it: {@code [1]}
 * @param file the file's name
 * @param line the line of the heading, from 1
 * @param heading the heading that it stands under
 */
public record Citation(int number, String file, int line, String heading) {

    static Citation of(int number, Section section) {
        return new Citation(number, section.file(), section.line(), section.heading());
    }

    @Override
    public String toString() {
        return "[" + number + "] " + file + ":" + line + "  " + heading;
    }
}
