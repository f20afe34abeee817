package dev.hypergraph4j.benchmarks.durable;

/**
 * What is measured in a round.
 *
 * @param name who records, and where
 * @param atOnce how many of its workflows run at once
 */
public record Case(String name, int atOnce) {
    @Override
    public String toString() {
        return name + ", " + (atOnce == 1 ? "one alone" : atOnce + " at once");
    }
}
