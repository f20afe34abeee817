package dev.hypergraph4j.benchmarks.durable;

/**
 * What the steps hand on: a small value, about 40 bytes as JSON.
 *
 * @param name does not change
 * @param count how many steps there were
 */
public record Tally(String name, int count) {

    /** Where each chain begins. */
    public static Tally start() {
        return new Tally("the tally of a chain", 0);
    }

    /** After one more step. */
    public Tally next() {
        return new Tally(name, count + 1);
    }
}
