package dev.hypergraph4j.processor.report;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.model.Site;
import dev.hypergraph4j.processor.report.Finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was found in one graph or node class. Not thread-safe; one compilation uses one thread. */
public final class Report {
    private static final int MOST_ERRORS = 20;

    private final List<Finding> findings = new ArrayList<>();

    /** Adds an error at {@code site}. */
    public void error(Site site, Message message) {
        findings.add(new Finding(Severity.ERROR, site, message));
    }

    /** Adds a warning at {@code site}, unless the user silenced its rule there. */
    public void warning(Site site, Message message) {
        if (!site.suppresses(message.rule())) {
            findings.add(new Finding(Severity.WARNING, site, message));
        }
    }

    /** Whether there is an error. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** The findings in the order of the source, cut after twenty errors; how many there are says {@link #suppressedErrors()}. */
    public List<Finding> findings() {
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort(Comparator.comparing(Finding::site));
        List<Finding> shown = new ArrayList<>();
        int errors = 0;
        for (Finding finding : sorted) {
            errors += finding.severity() == Severity.ERROR ? 1 : 0;
            if (finding.severity() == Severity.WARNING || errors <= MOST_ERRORS) {
                shown.add(finding);
            }
        }
        return shown;
    }

    /** How many errors {@link #findings()} leaves out. */
    public int suppressedErrors() {
        long errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
        return (int) Math.max(0, errors - MOST_ERRORS);
    }
}
