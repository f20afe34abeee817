package dev.hypergraph4j.samples.census;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.stream.Stream;

/** A ranking with a title, drawn as bars: in plain text for any terminal here, as a picture by {@link SvgDrawing}. */
record BarChart(String title, Ranking ranking) {
    private static final int BAR_WIDTH = 30;

    /**
     * One line an entry: its label, its count, its share of the total and a bar.
     *
     * <pre>
     * Classes by module
     *   java.base         6,444   60.0 %  ##############################
     *   java.desktop      2,148   20.0 %  ##########
     *   64 others         2,148   20.0 %
     * </pre>
     */
    String text() {
        if (ranking.largest().isEmpty()) {
            return title + "\n  none";
        }
        int labelWidth = labels().mapToInt(String::length).max().orElse(0);
        Stream<String> bars =
                ranking.largest().stream().map(entry -> row(labelWidth, entry.label(), entry.count(), bar(entry)));
        return Stream.of(Stream.of(title), bars, others(labelWidth))
                .flatMap(lines -> lines)
                .collect(joining("\n"));
    }

    /** How long the bar of {@code entry} is, from 0 to 1 for the longest one. */
    double length(Ranking.Entry entry) {
        return (double) entry.count() / ranking.largest().get(0).count();
    }

    private Stream<String> labels() {
        Stream<String> labels = ranking.largest().stream().map(Ranking.Entry::label);
        return ranking.others() == 0 ? labels : Stream.concat(labels, Stream.of(othersLabel()));
    }

    private String othersLabel() {
        return ranking.others() == 1 ? "1 other" : ranking.others() + " others";
    }

    /** Without a bar, which could be longer than all the others. */
    private Stream<String> others(int labelWidth) {
        return ranking.others() == 0
                ? Stream.empty()
                : Stream.of(row(labelWidth, othersLabel(), ranking.othersTotal(), ""));
    }

    private String row(int labelWidth, String label, long count, String bar) {
        String paddedLabel = label + " ".repeat(labelWidth - label.length());
        double percent = 100.0 * count / ranking.total();
        return String.format(Locale.ROOT, "  %s  %,10d  %5.1f %%  %s", paddedLabel, count, percent, bar)
                .stripTrailing();
    }

    /** What was counted at all can be seen. */
    private String bar(Ranking.Entry entry) {
        return "#".repeat((int) Math.max(1, Math.round(BAR_WIDTH * length(entry))));
    }
}
