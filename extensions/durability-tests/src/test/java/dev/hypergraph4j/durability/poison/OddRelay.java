package dev.hypergraph4j.durability.poison;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;

/** A value whose methods throw. */
@Graph(durable = true, select = "echo")
public final class OddRelay {

    public record Odd(int number) {
        @Override
        @SuppressWarnings("EqualsHashCode") // It is odd.
        public boolean equals(Object other) {
            throw new IllegalStateException("equals");
        }

        @Override
        public int hashCode() {
            throw new IllegalStateException("hashCode");
        }

        @Override
        public String toString() {
            throw new IllegalStateException("toString");
        }
    }

    @Node(outputName = "odd")
    static Odd give(int number) {
        return new Odd(number);
    }

    @Node(outputName = "echo")
    static Odd take(Odd odd) {
        return new Odd(odd.number());
    }
}
