package dev.hypergraph4j.runtime;

import java.util.Set;

/** What a {@link Runner} can do beyond running nodes one after the other. A graph that needs more is refused before anything runs. */
public record RunnerCapabilities(Set<Capability> capabilities) {

    /** Something that some runners can do and others can't. */
    public enum Capability {
        /** Run nodes whose methods return a {@link java.util.concurrent.CompletionStage}. */
        ASYNCHRONOUS_NODES("asynchronous nodes"),
        /** Run nodes that do not wait for each other at the same time. */
        CONCURRENCY("concurrent nodes"),
        /**
         * Record the steps of workflows: what a question is kept in until it is answered, and what tells whether an effect that must not be repeated has
         * begun. Only runs that are recorded need it.
         */
        RECORDED_STEPS("recorded steps");

        private final String display;

        Capability(String display) {
            this.display = display;
        }

        /** How messages name it. */
        String display() {
            return display;
        }
    }

    /** Copies the set. */
    public RunnerCapabilities {
        capabilities = Set.copyOf(capabilities);
    }

    /** The capabilities given. */
    public static RunnerCapabilities of(Capability... capabilities) {
        return new RunnerCapabilities(Set.of(capabilities));
    }

    /** Whether {@code capability} is among them. */
    public boolean has(Capability capability) {
        return capabilities.contains(capability);
    }
}
