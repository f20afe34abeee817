package dev.hypergraph4j.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.model.NodeClass;
import dev.hypergraph4j.processor.report.Finding;
import dev.hypergraph4j.processor.report.Report;
import dev.hypergraph4j.processor.sketch.Sketch;
import java.util.List;

/** What the rules found in a sketch. */
final class Checked {
    private static final int LONGEST_SENTENCE = 120;

    private final List<Finding> findings;

    private Checked(Report report) {
        this.findings = report.findings();
    }

    /** Checks the graph. */
    static Checked graph(Sketch sketch) {
        Report report = new Report();
        GraphChecks.check(sketch.wired(), report);
        return new Checked(report);
    }

    /** Checks the graph's own class. */
    static Checked ownClass(Sketch sketch) {
        return nodeClass(sketch.ownClass());
    }

    /** Checks a class. */
    static Checked nodeClass(NodeClass nodeClass) {
        Report report = new Report();
        NodeClassChecks.check(nodeClass, report);
        return new Checked(report);
    }

    /** Expects these findings, in order, each as {@code UnknownInput at Answering.rerank(doc)}. */
    Checked finds(String... expected) {
        assertThat(findings)
                .extracting(finding -> finding.message().rule() + " at " + finding.site())
                .containsExactly(expected);
        assertThat(findings)
                .allSatisfy(finding -> assertThat(sentence(finding)).hasSizeLessThanOrEqualTo(LONGEST_SENTENCE));
        return this;
    }

    Checked findsNothing() {
        return finds();
    }

    /** Expects one finding with this text. */
    void says(String text) {
        assertThat(findings)
                .singleElement()
                .extracting(finding -> finding.message().text())
                .isEqualTo(text);
    }

    /** Expects one finding that starts with this sentence. */
    void saysFirst(String sentence) {
        assertThat(findings).singleElement().extracting(Checked::sentence).isEqualTo(sentence);
    }

    /** Expects one finding that has these lines somewhere, in any order. */
    void saysAlso(String... lines) {
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).message().text().lines().map(String::strip)).contains(lines);
    }

    private static String sentence(Finding finding) {
        String first = finding.message().text().lines().findFirst().orElseThrow();
        return first.substring(first.indexOf(']') + 2);
    }
}
