package dev.hypergraph4j.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.event.Event;
import dev.hypergraph4j.runtime.event.Span;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LinesTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Progress progress = Progress.lines(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    private final Story story = new Story(progress);

    @Test
    void smallRunTellsOfEachNode() {
        Span run = story.runStarts(Story.root("rag"), "rag", 3);
        story.node(run, "analyze");
        story.skips(run, "rewrite");
        story.node(run, "answer");
        story.runEnds(run, "rag", RunStatus.COMPLETED);

        assertThat(text()).isEqualTo("""
                rag: begins, 0 of 3
                rag: 1 of 3, analyze
                rag: 2 of 3, rewrite
                rag: 3 of 3, completed, 7 ms
                """);
    }

    @Test
    void largeRunTellsOfEachTenth() {
        Span run = story.runStarts(Story.root("big"), "big", 200);
        for (int node = 1; node <= 200; node++) {
            story.node(run, "n" + node);
        }
        story.runEnds(run, "big", RunStatus.COMPLETED);

        assertThat(text().lines()).hasSize(11).contains("big: 20 of 200, n20", "big: 180 of 200, n180");
    }

    @Test
    void nodeOfALoopCountsOnce() {
        Span run = story.runStarts(Story.root("loop"), "loop", 2);
        for (int turn = 0; turn < 1_000; turn++) {
            story.nodeEnds(story.nodeStarts(run, "again", turn));
        }
        story.node(run, "after");
        story.runEnds(run, "loop", RunStatus.COMPLETED);

        assertThat(text()).isEqualTo("""
                loop: begins, 0 of 2
                loop: 1 of 2, again
                loop: 2 of 2, completed, 2.0 s
                """);
    }

    @Test
    void nestedGraphsAreIndented() {
        Span run = story.runStarts(Story.root("desk"), "desk", 2);
        Span nested = story.nodeStarts(run, "rag", 0);
        story.runStarts(nested, "rag", 2);
        story.node(nested, "retrieve");
        story.node(nested, "answer");
        story.runEnds(nested, "rag", RunStatus.COMPLETED);
        story.nodeEnds(nested);
        story.runEnds(run, "desk", RunStatus.STOPPED);

        assertThat(text()).isEqualTo("""
                desk: begins, 0 of 2
                  rag: begins, 0 of 2
                  rag: 1 of 2, rag/retrieve
                  rag: 2 of 2, completed, 8 ms
                desk: 1 of 2, rag
                desk: 1 of 2, stopped, 10 ms
                """);
    }

    @Test
    void mapCountsItsItemsAndTheirFailuresAndShowsNothingInside() {
        Span map = story.mapStarts(Story.root("rag"), "rag", 3);
        story.item(map, "rag", 0, RunStatus.COMPLETED);
        story.item(map, "rag", 1, RunStatus.FAILED);
        story.item(map, "rag", 2, RunStatus.COMPLETED);
        story.mapEnds(map, "rag", 2, 1);

        assertThat(text()).isEqualTo("""
                rag: begins, 0 of 3
                rag: 1 of 3
                rag: 2 of 3, 1 failed
                rag: 3 of 3, 1 failed, 32 ms
                """);
    }

    @Test
    void mapWithoutAKnownEndTellsOfPowersOfTen() {
        Span map = story.mapStarts(Story.root("rag"), "rag", Event.MapStarted.UNKNOWN);
        for (int item = 0; item < 150; item++) {
            story.item(map, "rag", item, RunStatus.COMPLETED);
        }
        story.mapEnds(map, "rag", 150, 0);

        assertThat(text()).isEqualTo("""
                rag: begins
                rag: 1
                rag: 10
                rag: 100
                rag: 150, 1.5 s
                """);
    }

    @Test
    void mappedNestedGraphIsShownInItsRun() {
        Span run = story.runStarts(Story.root("desk"), "desk", 1);
        Span nested = story.nodeStarts(run, "rag", 0);
        story.mapStarts(nested, "rag", 2);
        story.item(nested, "rag", 0, RunStatus.COMPLETED);
        story.item(nested, "rag", 1, RunStatus.COMPLETED);
        story.mapEnds(nested, "rag", 2, 0);
        story.nodeEnds(nested);
        story.runEnds(run, "desk", RunStatus.COMPLETED);

        assertThat(text()).isEqualTo("""
                desk: begins, 0 of 1
                  rag: begins, 0 of 2
                  rag: 1 of 2
                  rag: 2 of 2, 24 ms
                desk: 1 of 1, completed, 26 ms
                """);
    }

    @Test
    void endThatWasMissedIsMadeUpForWhenTheRunEnds() {
        Span run = story.runStarts(Story.root("desk"), "desk", 1);
        story.runStarts(story.nodeStarts(run, "rag", 0), "rag", 2);
        story.runEnds(run, "desk", RunStatus.COMPLETED);
        Span next = story.runStarts(Story.root("desk"), "desk", 0);
        story.runEnds(next, "desk", RunStatus.COMPLETED);

        assertThat(text()).isEqualTo("""
                desk: begins, 0 of 1
                  rag: begins, 0 of 2
                desk: 0 of 1, completed, 4 ms
                  rag: 0 of 2, not seen to its end, 4 ms
                desk: begins, 0 of 0
                desk: 0 of 0, completed, 6 ms
                """);
    }

    @Test
    void durationsAreShort() {
        assertThat(Durations.text(Duration.ofNanos(999))).isEqualTo("0 ms");
        assertThat(Durations.text(Duration.ofMillis(3_449))).isEqualTo("3.4 s");
        assertThat(Durations.text(Duration.ofSeconds(252))).isEqualTo("4m12s");
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
