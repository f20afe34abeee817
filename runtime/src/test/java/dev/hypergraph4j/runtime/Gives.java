package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.plan.NodeBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a node of a {@link TestGraph} gives: values, signals, and, if it is a gate, the nodes that it may open.
 *
 * <pre>{@code
 * gives("draft").emits("written")
 * to("write", "publish")
 * }</pre>
 */
record Gives(
        List<String> names,
        boolean mayBeAbsent,
        List<String> signals,
        Opens opens,
        @Nullable List<String> answers) {
    private static final Opens NONE = new Opens(List.of(), false, true);

    record Opens(List<String> targets, boolean several, boolean byDefault) {}

    static Gives gives(String... names) {
        return new Gives(List.of(names), false, List.of(), NONE, null);
    }

    static Gives mayGive(String name) {
        return new Gives(List.of(name), true, List.of(), NONE, null);
    }

    /** The answer to the question that its body gives back. */
    static Gives answer(String name) {
        return gives(name).asked();
    }

    /** The same, where what its body gives back asks for it. */
    Gives asked(String... answers) {
        return new Gives(names, mayBeAbsent, signals, opens, List.of(answers));
    }

    boolean asks() {
        return answers != null;
    }

    /** The targets of a gate that opens one of them; its body gives back the name, "END" or {@code null}. */
    static Gives to(String... targets) {
        return new Gives(List.of(), false, List.of(), new Opens(List.of(targets), false, true), null);
    }

    /** The targets of a gate that opens any of them; its body gives back a collection of names. */
    static Gives toSome(String... targets) {
        return new Gives(List.of(), false, List.of(), new Opens(List.of(targets), true, true), null);
    }

    /** Targets that lie before the gate in a cycle do not run before it decides for the first time. */
    Gives closedAtFirst() {
        return new Gives(names, mayBeAbsent, signals, new Opens(opens.targets, opens.several, false), answers);
    }

    Gives emits(String... names) {
        return new Gives(this.names, mayBeAbsent, List.of(names), opens, answers);
    }

    boolean isGate() {
        return !opens.targets.isEmpty();
    }

    void describe(NodeBuilder node) {
        for (String value : names) {
            if (mayBeAbsent) {
                node.mayGive(value, "Object");
            } else {
                node.gives(value, "Object");
            }
        }
        if (answers != null) {
            node.asks(answers.toArray(String[]::new));
        }
        node.emits(signals.toArray(String[]::new));
        String[] targets = opens.targets.toArray(String[]::new);
        if (opens.several) {
            node.opensSome(opens.byDefault, targets);
        } else if (isGate()) {
            node.opensOne(opens.byDefault, targets);
        }
    }
}
