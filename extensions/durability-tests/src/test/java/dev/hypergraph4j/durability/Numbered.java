package dev.hypergraph4j.durability;

/**
 * A workflow as a number makes it.
 *
 * @param index which of all workflows of its {@link Mix}, which its id tells
 * @param number what its inputs are made of
 */
record Numbered<I, O>(Reference<I, O> reference, int index, int number) {
    String id() {
        return reference.name() + "-" + index;
    }

    I inputs() {
        return reference.inputs().apply(number);
    }
}
