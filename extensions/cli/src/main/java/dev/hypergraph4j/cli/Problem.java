package dev.hypergraph4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hypergraph4j.runtime.durable.StoreException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is in the way, and how to mend it.
 *
 * @param error what kind of: REFUSED, NOT_UNDERSTOOD, STORE_FAILED or UNFORESEEN
 * @param reason more closely, in one word
 * @param message in one sentence
 * @param facts which ones it is about, by what they are: a workflow, a step, a hash
 * @param mend what to do: a clause that begins with a verb
 */
record Problem(String error, String reason, String message, Map<String, String> facts, String mend) {
    private static final String NOT_UNDERSTOOD = "NOT_UNDERSTOOD";
    private static final String UNFORESEEN = "UNFORESEEN";

    private static final String FIX = "- ";
    private static final Pattern FACT = Pattern.compile("(\\S.*?) +: (.*)");

    Problem {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** What was refused. */
    static Problem of(RefusedException refused) {
        return new Problem(
                "REFUSED", refused.refusal().name(), String.valueOf(refused.getMessage()), Map.of(), refused.mend());
    }

    /** What a store says, whose messages have several lines: the first one, its facts, and the ways to mend it. */
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
                facts(lines),
                mend.isEmpty() ? "see to the store" : mend);
    }

    /** What was not understood. */
    static Problem of(ParameterException wrong) {
        String message = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("");
        String help = "see " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help";
        return new Problem(NOT_UNDERSTOOD, "USAGE", message + ".", Map.of(), meant(wrong) + help);
    }

    private static String meant(ParameterException wrong) {
        if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        return unmatched.getSuggestions().stream()
                .findFirst() // The closest.
                .map(close -> "say '" + close + "', if that is meant; or ")
                .orElse("");
    }

    /** A mistake of ours. A stack trace would tell people nothing. */
    static Problem unforeseen(Throwable failure) {
        return new Problem(
                UNFORESEEN,
                failure.getClass().getSimpleName(),
                failure + ".",
                Map.of(),
                "report it: it is a mistake of this program");
    }

    /** The facts stand between the first line and an empty one. */
    private static Map<String, String> facts(List<String> lines) {
        Map<String, String> facts = new LinkedHashMap<>();
        lines.stream().skip(1).takeWhile(line -> !line.isEmpty()).forEach(line -> {
            Matcher fact = FACT.matcher(line);
            if (fact.matches()) {
                facts.put(fact.group(1), fact.group(2));
            }
        });
        return facts;
    }

    private ObjectNode document() {
        ObjectNode document =
                Documents.object().put("error", error).put("reason", reason).put("message", message);
        ObjectNode named = document.putObject("facts");
        facts.forEach(named::put);
        return document.put("mend", mend);
    }

    /** Tells it on the error output in one line, or, for programs, on the output. */
    void tell(CommandLine line, boolean asJson) {
        if (asJson) {
            line.getOut().print(Documents.text(document()) + "\n");
            line.getOut().flush();
        } else {
            line.getErr().println(text());
            line.getErr().flush();
        }
    }

    private String text() {
        String beginning = switch (error) {
            case NOT_UNDERSTOOD -> "Not understood";
            case UNFORESEEN -> "Unforeseen";
            default -> reason;
        };
        return Table.printable(beginning + ": " + messageWithFacts() + " " + sentence());
    }

    private String messageWithFacts() {
        if (facts.isEmpty()) {
            return message;
        }
        return facts.entrySet().stream()
                .map(fact -> fact.getKey() + " " + fact.getValue())
                .collect(Collectors.joining(", ", message.replaceAll("\\.$", "") + ": ", "."));
    }

    /** The clause as a sentence; without a full stop, since it may end in a command. */
    private String sentence() {
        return mend.substring(0, 1).toUpperCase(Locale.ROOT) + mend.substring(1);
    }
}
