package dev.hypergraph4j.runtime;

/**
 * Which code a step is of, as it is recorded with it. The version is that of the step rather than of its workflow: of a workflow that goes on under another
 * one, some steps may have been run again, and others not yet.
 *
 * @param hash of the definition of the node's method; empty where the compiler did not tell
 * @param version of the outermost graph; empty where it has none
 */
record StepCode(String hash, String version) {
    private static final char SEPARATOR = '@'; // Not part of a hash.

    static StepCode read(String recorded) {
        int end = recorded.indexOf(SEPARATOR);
        return end < 0
                ? new StepCode(recorded, "")
                : new StepCode(recorded.substring(0, end), recorded.substring(end + 1));
    }

    String recorded() {
        return version.isEmpty() ? hash : hash + SEPARATOR + version;
    }
}
