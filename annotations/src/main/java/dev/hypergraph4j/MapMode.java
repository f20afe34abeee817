package dev.hypergraph4j;

/** How the elements of several lists are put together where a graph runs once for each. */
public enum MapMode {
    /** The first with the first, the second with the second, and so on. Lists of different lengths are an error. */
    ZIP,
    /** Each with each; the elements of the last list change fastest. */
    PRODUCT
}
