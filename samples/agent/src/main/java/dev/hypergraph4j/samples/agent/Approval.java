package dev.hypergraph4j.samples.agent;

/** Whether something may be done. */
@FunctionalInterface
interface Approval {

    /** Whether whoever is asked says yes. */
    boolean isGiven(String prompt);
}
