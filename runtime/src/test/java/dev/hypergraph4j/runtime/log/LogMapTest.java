package dev.hypergraph4j.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Plans;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogMapTest {

    @Test
    void logIsPlainMapsAndLists() {
        RunLog log = FakeRun.sequential(Plans.chain(2), 10, 30)
                .fail(1, new IllegalStateException("no \"index\""))
                .log();

        assertThat(log.toMap())
                .isEqualTo(Map.of(
                        "graph",
                        "chain",
                        "version",
                        "",
                        "began",
                        "2026-03-01T10:00:00Z",
                        "durationNanos",
                        30_000L,
                        "errors",
                        1,
                        "skipped",
                        List.of(),
                        "paused",
                        List.of(),
                        "notes",
                        List.of(),
                        "steps",
                        List.of(first(), second())));
        assertThat(log.toMap().keySet())
                .containsExactly(
                        "graph", "version", "began", "durationNanos", "errors", "skipped", "paused", "notes", "steps");
    }

    private static Map<String, Object> first() {
        return Map.of(
                "node", "n0",
                "iteration", 0,
                "attempts", 1,
                "ready", "2026-03-01T10:00:00Z",
                "start", "2026-03-01T10:00:00Z",
                "end", "2026-03-01T10:00:00.000010Z",
                "waitingNanos", 0L,
                "workingNanos", 10_000L,
                "origin", "EXECUTED",
                "status", "COMPLETED");
    }

    private static Map<String, Object> second() {
        Map<String, Object> map = new HashMap<>(Map.of(
                "node", "n1",
                "iteration", 0,
                "ready", "2026-03-01T10:00:00.000010Z",
                "start", "2026-03-01T10:00:00.000010Z",
                "end", "2026-03-01T10:00:00.000030Z",
                "waitingNanos", 0L,
                "workingNanos", 20_000L,
                "origin", "EXECUTED",
                "status", "FAILED",
                "error", Map.of("type", "java.lang.IllegalStateException", "message", "no \"index\"")));
        map.put("attempts", 1);
        return map;
    }

    @Test
    void capturedValuesAreThere() {
        RunLog log = FakeRun.sequential(Plans.chain(1), 10)
                .captured(List.of(1, 2), Path.of("text"))
                .log();

        assertThat(step(log, 0))
                .containsEntry("inputs", Map.of("start", List.of(1, 2)))
                .containsEntry("outputs", Map.of("v0", "text"));
    }

    @Test
    void errorWithoutMessageHasNone() {
        RunLog log = FakeRun.sequential(Plans.chain(1), 10).fail(0, new Error()).log();

        assertThat(step(log, 0).get("error"))
                .isEqualTo(StrictJson.parse("{\"type\":\"java.lang.Error\",\"message\":null}"));
    }

    @Test
    void errorWhoseMessageFailsIsStillReported() {
        Throwable broken = new RuntimeException() {
            @Override
            public String getMessage() {
                throw new UnsupportedOperationException();
            }
        };
        RunLog log = FakeRun.sequential(Plans.chain(1), 10).fail(0, broken).log();

        assertThat(log.toJson()).contains("(unreadable: java.lang.UnsupportedOperationException)");
    }

    @Test
    void jsonSaysWhatTheMapSays() {
        Plan.Builder odd = Plan.named("\"odd\" \\ graph\n\u0001").version("größe 文書 𝒳");
        odd.node("a", "Odd.a", "", 0, "").gives("x", "Object");
        RunLog log = FakeRun.sequential(odd.build(), 10)
                .captured(Map.of("k\"ey", List.of(1.5, true, "\t", 10_000_000_000L)))
                .log();

        assertThat(StrictJson.parse(log.toJson())).isEqualTo(StrictJson.numbersAsDecimals(log.toMap()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> step(RunLog log, int index) {
        return ((List<Map<String, Object>>) log.toMap().get("steps")).get(index);
    }
}
