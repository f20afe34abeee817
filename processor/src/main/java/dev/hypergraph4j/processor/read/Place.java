package dev.hypergraph4j.processor.read;

import java.util.Comparator;

/**
 * Where something starts in the sources.
 *
 * @param file the path of the file; empty where the compiler did not tell
 * @param offset the number of characters before it; negative where the compiler did not tell
 */
record Place(String file, long offset) implements Comparable<Place> {
    /** The place of what the compiler tells nothing about; it comes before all others. */
    static final Place UNKNOWN = new Place("", -1);

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::file).thenComparingLong(Place::offset);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
