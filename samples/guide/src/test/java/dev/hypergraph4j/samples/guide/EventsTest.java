package dev.hypergraph4j.samples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.progress.Progress;
import dev.hypergraph4j.runtime.AsyncRunner;
import dev.hypergraph4j.runtime.EventIterator;
import dev.hypergraph4j.runtime.RunOptions;
import dev.hypergraph4j.runtime.RunResult;
import dev.hypergraph4j.runtime.event.Event;
import dev.hypergraph4j.runtime.event.EventProcessor;
import dev.hypergraph4j.samples.guide.gates.Desk;
import dev.hypergraph4j.samples.guide.gates.DeskGraph;
import dev.hypergraph4j.samples.guide.gates.DeskInputs;
import dev.hypergraph4j.samples.guide.gates.DeskOutputs;
import dev.hypergraph4j.samples.guide.loops.SummaryGraph;
import dev.hypergraph4j.samples.guide.loops.SummaryInputs;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class EventsTest {
    private final DeskGraph desk = DeskGraph.create(new Desk(Map.of("Open today?", "Until six.")));
    private final DeskInputs inputs = DeskInputs.of("Open today?");

    @Test
    void aProcessorIsToldWhatHappens() {
        Map<String, Duration> slowest = new ConcurrentHashMap<>();
        // tag::processor
        EventProcessor slow = event -> {
            if (event instanceof Event.NodeEnded ended) {
                slowest.merge(ended.path(), ended.duration(), (a, b) -> a.compareTo(b) > 0 ? a : b);
            }
        };
        // end::processor
        // tag::places
        AsyncRunner runner = AsyncRunner.builder().processor(slow).build(); // all runs of the runner
        DeskGraph watched = desk.with(slow); // all runs of the graph
        desk.run(inputs, RunOptions.defaults().processor(slow)); // one run
        // end::places
        watched.with(runner).run(inputs);
        assertThat(slowest).containsOnlyKeys("decide", "lookUp", "sign");
    }

    @Test
    void anInlineProcessorIsCalledBeforeTheRunGoesOn() {
        List<String> opened = new ArrayList<>();
        // tag::inline
        EventProcessor decisions = EventProcessor.inline(event -> {
            if (event instanceof Event.RouteDecided decided) {
                opened.addAll(decided.targets());
            }
        });
        desk.with(decisions).run(inputs);
        // end::inline
        assertThat(opened).containsExactly("lookUp");
    }

    @Test
    void aRunIsReadEventByEvent() {
        List<String> told = new ArrayList<>();
        // tag::iter
        try (EventIterator<DeskOutputs> events = desk.iter(inputs)) {
            while (events.hasNext()) {
                Event event = events.next();
                told.add(event.getClass().getSimpleName() + " " + event.path());
            }
            RunResult<DeskOutputs> result = events.result();
        }
        // end::iter
        assertThat(told)
                .containsExactlyInAnyOrder(
                        "RunStarted ",
                        "NodeStarted decide",
                        "RouteDecided decide",
                        "NodeEnded decide",
                        "NodeSkipped chat",
                        "NodeStarted lookUp",
                        "NodeEnded lookUp",
                        "NodeStarted sign",
                        "NodeEnded sign",
                        "RunEnded ");
    }

    @Test
    void progressIsShown() {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
        SummaryGraph summary = SummaryGraph.create();
        List<String> sentences = List.of("It rains.", "It pours.", "The old man is snoring.");
        List<SummaryInputs> texts = List.of(SummaryInputs.of(sentences, 3, 20), SummaryInputs.of(sentences, 2, 20));
        // tag::progress
        summary.with(Progress.show()).map(texts); // a bar, where there is a terminal
        summary.with(Progress.lines(out)).map(texts); // summary: begins, 0 of 2 ...
        // end::progress
        assertThat(shown.toString(StandardCharsets.UTF_8)).startsWith("summary: begins, 0 of 2");
    }
}
