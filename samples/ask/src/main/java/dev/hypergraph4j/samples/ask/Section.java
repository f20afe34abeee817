package dev.hypergraph4j.samples.ask;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * What stands between two headings of a file.
 *
 * @param file the file's name
 * @param line the line of the heading, from 1
 * @param heading the heading, after those that it stands under: {@code Guide > Inputs > Defaults}
 * @param passages the text, in the order of the file
 */
public record Section(String file, int line, String heading, List<Passage> passages) {

    /** Copies the list. */
    public Section {
        passages = List.copyOf(passages);
    }

    String text() {
        return passages.stream().map(Passage::text).collect(joining("\n"));
    }
}
