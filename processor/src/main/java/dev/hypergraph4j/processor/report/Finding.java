package dev.hypergraph4j.processor.report;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.model.Site;

/** Something to tell the user, and where. */
public record Finding(Severity severity, Site site, Message message) {

    /** Whether a finding stops the build. */
    public enum Severity {
        /** It does. */
        ERROR,
        /** It does not. */
        WARNING
    }
}
