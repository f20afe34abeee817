package dev.hypergraph4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hypergraph4j.runtime.durable.StoreException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What is in the way, and how to mend it.
 *
 * @param error what kind of: REFUSED or STORE_FAILED
 * @param reason more closely, in one word
 * @param message in one sentence
 * @param mend what to do: a clause that begins with a verb
 */
record Problem(String error, String reason, String message, String mend) {
    private static final String FIX = "- ";

    /** What a store says, whose messages have several lines: the first one, and the first way to mend it. */
    static Problem of(StoreException broken) {
        List<String> lines =
                String.valueOf(broken.getMessage()).lines().map(String::strip).toList();
        String head = lines.get(0);
        int end = head.indexOf("] ");
        boolean hasRule = head.startsWith("[Hypergraph/") && end > 0;
        String rule = hasRule ? head.substring("[Hypergraph/".length(), end) : "StoreFailed";
        String mend = lines.stream()
                .filter(line -> line.startsWith(FIX))
                .map(line -> line.substring(FIX.length()).replaceAll(", or$", ""))
                .collect(Collectors.joining("; or "));
        return new Problem(
                "STORE_FAILED",
                rule,
                hasRule ? head.substring(end + 2) : head,
                mend.isEmpty() ? "see to the store" : mend);
    }

    /** The clause as a sentence; without a full stop, since it may end in a command. */
    private String sentence() {
        return mend.substring(0, 1).toUpperCase(Locale.ROOT) + mend.substring(1);
    }

    ObjectNode document() {
        return Documents.object()
                .put("error", error)
                .put("reason", reason)
                .put("message", message)
                .put("mend", mend);
    }

    /** One line. */
    String text() {
        return Table.printable(reason + ": " + message + " " + sentence());
    }
}
