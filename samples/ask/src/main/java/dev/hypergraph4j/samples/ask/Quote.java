package dev.hypergraph4j.samples.ask;

import java.util.Optional;

/**
 * A passage and where it stands.
 *
 * @param section the section around it
 * @param passage the passage
 */
public record Quote(Section section, Passage passage) {

    Optional<Quote> previous() {
        return neighbour(-1);
    }

    Optional<Quote> next() {
        return neighbour(1);
    }

    private Optional<Quote> neighbour(int distance) {
        int position = section.passages().indexOf(passage) + distance;
        return position >= 0 && position < section.passages().size()
                ? Optional.of(new Quote(section, section.passages().get(position)))
                : Optional.empty();
    }
}
