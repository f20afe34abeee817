package dev.hypergraph4j.runtime.definition;

/**
 * What the caller gives.
 *
 * @param name the input's name
 * @param type its type, with simple names: {@code List<Doc>}
 * @param required whether a run can't do without
 * @param defaultValue the default as it stands in the source; empty where there is none
 */
public record InputDefinition(String name, String type, boolean required, String defaultValue) {

    /** Whether there may be no value for it at all: it has no default, and the caller may leave it out. */
    public boolean mayBeAbsent() {
        return !required && defaultValue.isEmpty();
    }
}
