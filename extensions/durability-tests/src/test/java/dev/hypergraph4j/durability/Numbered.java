package dev.hypergraph4j.durability;

/**
 * A workflow as a number makes it: all graphs take turns.
 *
 * @param index which of all workflows, which its id tells
 */
record Numbered<I, O>(Reference<I, O> reference, int index) {
    private static final int NUMBERS = 5;

    static Numbered<?, ?> of(int index) {
        return new Numbered<>(Reference.ALL.get(index % Reference.ALL.size()), index);
    }

    static Numbered<?, ?> of(String id) {
        return of(Integer.parseInt(id.substring(id.indexOf('-') + 1)));
    }

    String id() {
        return reference.name() + "-" + index;
    }

    /** What its inputs are made of. */
    int number() {
        return index / Reference.ALL.size() % NUMBERS;
    }

    I inputs() {
        return reference.inputs().apply(number());
    }
}
