package dev.hypergraph4j.processor.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.model.Site;
import dev.hypergraph4j.processor.report.Finding.Severity;
import org.junit.jupiter.api.Test;

class ReportTest {
    private final Report report = new Report();

    private record Line(int number, String silenced) implements Site {
        @Override
        public boolean suppresses(String rule) {
            return rule.equals(silenced);
        }

        @Override
        public int compareTo(Site other) {
            return Integer.compare(number, ((Line) other).number);
        }
    }

    private static Line line(int number) {
        return new Line(number, "");
    }

    private static Message message(String rule) {
        return Message.of(rule, "Wrong.");
    }

    @Test
    void findingsStandInTheOrderOfTheSource() {
        report.error(line(3), message("C"));
        report.warning(line(2), message("B"));
        report.error(line(1), message("A"));

        assertThat(report.findings())
                .extracting(finding -> finding.message().rule())
                .containsExactly("A", "B", "C");
        assertThat(report.findings())
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR, Severity.WARNING, Severity.ERROR);
    }

    @Test
    void findingsOfOnePlaceStandInTheOrderInWhichTheyWereFound() {
        report.error(line(1), message("B"));
        report.error(line(1), message("A"));

        assertThat(report.findings())
                .extracting(finding -> finding.message().rule())
                .containsExactly("B", "A");
    }

    @Test
    void silencedWarningIsDroppedButNotAnError() {
        report.warning(new Line(1, "DeadNode"), message("DeadNode"));
        report.warning(new Line(2, "DeadNode"), message("UnusedOutput"));
        report.error(new Line(3, "UnknownInput"), message("UnknownInput"));

        assertThat(report.findings())
                .extracting(finding -> finding.message().rule())
                .containsExactly("UnusedOutput", "UnknownInput");
    }

    @Test
    void warningIsNoError() {
        report.warning(line(1), message("DeadNode"));
        assertThat(report.hasErrors()).isFalse();

        report.error(line(1), message("UnknownInput"));
        assertThat(report.hasErrors()).isTrue();
    }

    @Test
    void floodIsCutAfterTwentyErrorsInTheOrderOfTheSource() {
        for (int number = 25; number >= 1; number--) {
            report.error(line(number), message("R"));
        }
        report.warning(line(26), message("W"));

        assertThat(report.findings()).hasSize(21);
        assertThat(report.findings().get(19).site()).isEqualTo(line(20));
        assertThat(report.findings().get(20).message().rule()).isEqualTo("W");
        assertThat(report.suppressedErrors()).isEqualTo(5);
    }

    @Test
    void nothingIsSuppressedOfTwentyErrors() {
        for (int number = 1; number <= 20; number++) {
            report.error(line(number), message("R"));
        }

        assertThat(report.findings()).hasSize(20);
        assertThat(report.suppressedErrors()).isZero();
    }
}
