package dev.hypergraph4j.samples.census;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Map;

/**
 * The largest of some counts, and what the others come to.
 *
 * @param largest the largest counts, the first one first, equal ones by label
 * @param others how many counts are not among the largest
 * @param othersTotal their sum
 */
record Ranking(List<Entry> largest, int others, long othersTotal) {

    /** One thing and how often it was counted. */
    record Entry(String label, long count) {}

    Ranking {
        largest = List.copyOf(largest);
    }

    /** The {@code top} largest of {@code counts}. */
    static Ranking of(Map<String, Long> counts, int top) {
        List<Entry> sorted = counts.entrySet().stream()
                .map(count -> new Entry(count.getKey(), count.getValue()))
                .sorted(comparing(Entry::count).reversed().thenComparing(Entry::label))
                .toList();
        int cut = Math.min(top, sorted.size());
        return new Ranking(sorted.subList(0, cut), sorted.size() - cut, sum(sorted.subList(cut, sorted.size())));
    }

    /** The sum of all counts. */
    long total() {
        return sum(largest) + othersTotal;
    }

    private static long sum(List<Entry> entries) {
        return entries.stream().mapToLong(Entry::count).sum();
    }
}
