package dev.hypergraph4j.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Guesses which known name was meant by an unknown one: one that is equal but for case; else one made of the same words in another order
 * ({@code rankedDocs}, {@code docsRanked}); else the one with the smallest edit distance, up to a third of the longer name's length.
 * Ties go to the first in alphabetical order, so that the same input gives the same guess.
 */
public final class Suggestions {
    private static final Pattern WORD_BOUNDARY = Pattern.compile("(?<=\\p{Ll}|\\d)(?=\\p{Lu})|[_\\-.]+");

    private Suggestions() {}

    /** The candidate that {@code name} most likely stands for, if any is close enough; never {@code name} itself. */
    public static Optional<String> closest(String name, Collection<String> candidates) {
        List<String> sorted = candidates.stream()
                .filter(candidate -> !candidate.equals(name))
                .sorted()
                .toList();
        return sorted.stream()
                .filter(candidate -> candidate.equalsIgnoreCase(name))
                .findFirst()
                .or(() -> sameWords(name, sorted))
                .or(() -> fewestEdits(name, sorted));
    }

    private static Optional<String> sameWords(String name, List<String> candidates) {
        List<String> words = words(name);
        return words.size() < 2
                ? Optional.empty()
                : candidates.stream()
                        .filter(candidate -> candidate.length() == name.length() || containsBoundary(candidate))
                        .filter(candidate -> words(candidate).equals(words))
                        .findFirst();
    }

    private static boolean containsBoundary(String name) {
        return name.indexOf('_') >= 0 || name.indexOf('-') >= 0;
    }

    private static List<String> words(String name) {
        return Arrays.stream(WORD_BOUNDARY.split(name))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    private static Optional<String> fewestEdits(String name, List<String> candidates) {
        String best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            int allowed = Math.min(bestDistance - 1, Math.max(name.length(), candidate.length()) / 3);
            if (Math.abs(name.length() - candidate.length()) <= allowed) {
                int distance = editDistance(name, candidate);
                if (distance <= allowed) {
                    best = candidate;
                    bestDistance = distance;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment), in three rows. */
    private static int editDistance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(substituted, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
