package dev.hypergraph4j.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * A message that says what is wrong and how to mend it, in the one form that all of Hypergraph4j's errors and warnings have: the rule and one
 * sentence, then facts, then what was probably meant, then how to fix it.
 *
 * <pre>
 * [Hypergraph/UnknownInput] Answering.rerank needs 'doc', which no node of Rag produces.
 *     doc  : List&lt;Doc&gt;  parameter of Answering.rerank(question, doc)
 *     path : rerank -&gt; answer
 *
 *     Did you mean 'docs' (List&lt;Doc&gt;, from Retrieval.retrieve)?
 *
 *     How to fix:
 *       - rename the parameter to 'docs', or
 *       - take it from the caller: add 'doc' to an entry method of Rag
 * </pre>
 *
 * <p>Immutable: each method gives a new message.
 */
public final class Message {
    private static final String INDENT = "    ";
    private static final int MOST_FIXES = 3;

    private record Fact(String label, String value, String remark) {}

    private final String rule;
    private final String sentence;
    private final List<Fact> facts;
    private final String meant;
    private final List<String> fixes;

    private Message(String rule, String sentence, List<Fact> facts, String meant, List<String> fixes) {
        this.rule = rule;
        this.sentence = sentence;
        this.facts = facts;
        this.meant = meant;
        this.fixes = fixes;
    }

    /** Starts a message of {@code rule} (as {@code UnknownInput}) with its one full sentence. */
    public static Message of(String rule, String sentence) {
        return new Message(rule, sentence, List.of(), "", List.of());
    }

    /** Adds a line {@code label : value} to the facts. */
    public Message fact(String label, String value) {
        return fact(label, value, "");
    }

    /** Adds a line {@code label : value  remark} to the facts; labels and values of all lines are aligned. */
    public Message fact(String label, String value, String remark) {
        return new Message(rule, sentence, plus(facts, new Fact(label, value, remark)), meant, fixes);
    }

    /** Says what was probably meant; {@code what} stands between "Did you mean" and the question mark. An empty one says nothing. */
    public Message didYouMean(String what) {
        return new Message(rule, sentence, facts, what, fixes);
    }

    /** Adds a way to mend it, the most likely first; of more than three the first three are shown. */
    public Message fix(String fix) {
        return fixes.size() == MOST_FIXES ? this : new Message(rule, sentence, facts, meant, plus(fixes, fix));
    }

    /** The rule that the message is of. */
    public String rule() {
        return rule;
    }

    /** The whole text, lines separated by {@code \n}, without one at the end. */
    public String text() {
        StringBuilder text = new StringBuilder("[Hypergraph/" + rule + "] " + sentence);
        appendFacts(text);
        if (!meant.isEmpty()) {
            text.append("\n\n")
                    .append(INDENT)
                    .append("Did you mean ")
                    .append(meant)
                    .append('?');
        }
        if (!fixes.isEmpty()) {
            text.append("\n\n").append(INDENT).append("How to fix:");
            for (int i = 0; i < fixes.size(); i++) {
                text.append('\n').append(INDENT).append("  - ").append(fixes.get(i));
                text.append(i < fixes.size() - 1 ? ", or" : "");
            }
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return text();
    }

    private void appendFacts(StringBuilder text) {
        int labels =
                facts.stream().mapToInt(fact -> fact.label().length()).max().orElse(0);
        int values = facts.stream()
                .filter(fact -> !fact.remark().isEmpty())
                .mapToInt(fact -> fact.value().length())
                .max()
                .orElse(0);
        for (Fact fact : facts) {
            text.append('\n')
                    .append(INDENT)
                    .append(padded(fact.label(), labels))
                    .append(" : ");
            text.append(fact.remark().isEmpty() ? fact.value() : padded(fact.value(), values) + "  " + fact.remark());
        }
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static <T> List<T> plus(List<T> list, T element) {
        List<T> longer = new ArrayList<>(list);
        longer.add(element);
        return List.copyOf(longer);
    }
}
