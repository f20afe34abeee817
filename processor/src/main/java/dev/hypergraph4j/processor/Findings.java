package dev.hypergraph4j.processor;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.model.Site;
import dev.hypergraph4j.processor.read.JavacSite;
import dev.hypergraph4j.processor.report.Finding;
import dev.hypergraph4j.processor.report.Report;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** All findings of a round, on their way to javac: printed in the order of the source, whatever order the types came in. */
final class Findings {
    private static final String OURS = "dev.hypergraph4j.";
    private static final int MOST_FRAMES = 8;

    private final Messager messager;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> closingLines = new ArrayList<>();

    Findings(Messager messager) {
        this.messager = messager;
    }

    /** Adds what was found in the type called {@code type}. */
    void add(String type, Report report) {
        findings.addAll(report.findings());
        int more = report.suppressedErrors();
        if (more > 0) {
            closingLines.add(
                    "%s has %d more %s of Hypergraph4j.".formatted(type, more, more == 1 ? "error" : "errors"));
        }
    }

    /** Prints everything. */
    void print() {
        findings.sort(Comparator.comparing(Finding::site, Comparator.<Site>naturalOrder()));
        for (Finding finding : findings) {
            Diagnostic.Kind kind =
                    finding.severity() == Finding.Severity.ERROR ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING;
            ((JavacSite) finding.site()).print(messager, kind, finding.message().text());
        }
        closingLines.stream().sorted().forEach(line -> messager.printMessage(Diagnostic.Kind.ERROR, line));
    }

    /** Prints an error at {@code element} at once. */
    void error(Element element, String text) {
        messager.printMessage(Diagnostic.Kind.ERROR, text, element);
    }

    /** Does {@code work}; a defect of ours that shows then is reported as such, with the type that brought it out. */
    void guard(Element type, Work work) {
        try {
            work.run();
        } catch (Exception | StackOverflowError | AssertionError defect) {
            String sentence = "Hypergraph4j failed on " + type + ". The fault is not yours: please report this text.";
            Message message = Message.of("Defect", sentence).fact("defect", defect.toString());
            for (StackTraceElement frame : framesOfOurs(defect)) {
                message = message.fact("at", frame.toString());
            }
            error(type, message.text());
        }
    }

    /** Where it happened: what the compiler did to get there tells nothing. */
    private static List<StackTraceElement> framesOfOurs(Throwable defect) {
        return Arrays.stream(defect.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .limit(MOST_FRAMES)
                .toList();
    }

    /** Something that may fail. */
    interface Work {
        void run() throws Exception;
    }
}
