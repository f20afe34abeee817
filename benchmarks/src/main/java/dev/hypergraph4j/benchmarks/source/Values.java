package dev.hypergraph4j.benchmarks.source;

import java.util.List;
import java.util.stream.Collectors;

/** What flows through a graph, and how little a node does with it. */
public enum Values {
    /** Numbers. The arithmetic is such that the JIT can't fold two nodes into one. */
    INTS("int", "Integer", "%s") {
        @Override
        String result(Step step) {
            return step.takes().size() == 1
                    ? "31 * (" + step.takes().get(0) + " ^ " + step.number() + ")"
                    : String.join(" + ", step.takes());
        }
    },

    /** References to objects that are there already. */
    TOKENS("Token", "Token", "%s.number()") {
        @Override
        String result(Step step) {
            return step.takes().size() == 1
                    ? step.takes().get(0) + ".next()"
                    : step.takes().stream()
                            .map(value -> value + ".number()")
                            .collect(Collectors.joining(" + ", "Token.of(", ")"));
        }
    },

    /** Numbers again, after a millisecond. */
    WAITS("int", "Integer", "%s") {
        @Override
        List<String> body(Step step) {
            return List.of("Thread.sleep(1);", "return " + result(step) + ";");
        }

        @Override
        String result(Step step) {
            return INTS.result(step);
        }

        @Override
        String thrown() {
            return " throws InterruptedException";
        }
    };

    final String type;
    final String boxed;
    private final String number;

    Values(String type, String boxed, String number) {
        this.type = type;
        this.boxed = boxed;
        this.number = number;
    }

    List<String> body(Step step) {
        return List.of("return " + result(step) + ";");
    }

    abstract String result(Step step);

    String thrown() {
        return "";
    }

    /** The {@code int} that tells one value from another. */
    String number(String value) {
        return number.formatted(value);
    }
}
