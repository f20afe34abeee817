package dev.hypergraph4j.processor.golden;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is generated for gates, cycles, signals and shared values. */
class ControlFlowGoldenTest {
    @RegisterExtension
    final Golden golden = new Golden();

    @Test
    void gatesOfAllKinds() {
        golden.compare("""
                package app;

                @Graph
                class Triage {
                    enum Kind { question, @Target("file") COMPLAINT, END }

                    @Route
                    Kind classify(String text) {
                        return text.endsWith("?") ? Kind.question : text.isEmpty() ? Kind.END : Kind.COMPLAINT;
                    }

                    @Node(outputName = "reply")
                    String question(String text) {
                        return "42";
                    }

                    @Node(outputName = {"reply", "number"})
                    Filed file(String text) {
                        return new Filed("filed", 7);
                    }

                    record Filed(String reply, int number) {}

                    @Route(targets = {"audit", "count", "END"}, fallback = "count")
                    @Nullable Set<String> follow(String reply) {
                        return reply.isEmpty() ? null : Set.of("audit", "count");
                    }

                    @Node(outputName = "length")
                    int count(String reply) {
                        return reply.length();
                    }

                    @Node(emit = "audited")
                    void audit(String reply, @Default("0") int number) {}

                    @IfElse(whenTrue = "archive", whenFalse = Gate.END)
                    CompletionStage<Boolean> isOld(String text) {
                        return CompletableFuture.completedFuture(true);
                    }

                    @Node(waitFor = "audited")
                    void archive(String text) {}
                }
                """);
    }

    @Test
    void cyclesAndSharedValues() {
        golden.compare("""
                package app;

                @Graph(shared = "log", maxIterations = 20)
                class Essay {
                    @Node(outputName = "draft")
                    String write(String topic, @Seed @Default("none") String feedback) {
                        return topic + feedback;
                    }

                    @Node(outputName = {"feedback", "score"})
                    Verdict judge(String draft) {
                        return new Verdict("longer", draft.length());
                    }

                    record Verdict(String feedback, int score) {}

                    @Node(outputName = "log")
                    List<String> note(List<String> log, String draft) {
                        List<String> all = new ArrayList<>(log);
                        all.add(draft);
                        return all;
                    }

                    @IfElse(whenTrue = "publish", whenFalse = "write", defaultOpen = true)
                    boolean isGood(int score) {
                        return score > 100;
                    }

                    @Node(outputName = "page")
                    String publish(String draft) {
                        return "<p>" + draft;
                    }

                    @Node(outputName = "weight")
                    double settle(@Seed(converges = true) double weight, String page) {
                        return weight / 2 + page.length();
                    }
                }
                """);
    }
}
