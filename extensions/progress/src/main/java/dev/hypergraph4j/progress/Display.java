package dev.hypergraph4j.progress;

/** Where progress is shown. */
interface Display {

    /**
     * Begins to show something that makes progress.
     *
     * @param label what it is
     * @param depth how many others it lies in
     * @param total how many steps it takes; {@link Meter#UNKNOWN} where nobody knows yet
     */
    Meter open(String label, int depth, long total);
}
