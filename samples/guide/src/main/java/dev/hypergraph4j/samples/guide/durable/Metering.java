package dev.hypergraph4j.samples.guide.durable;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.IfElse;
import dev.hypergraph4j.Interrupt;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.Question;
import dev.hypergraph4j.Seed;
import dev.hypergraph4j.runtime.Workflows;
import java.util.function.Supplier;

/** Adds up what a meter sends, for as long as it sends something: each day is a workflow, which starts that of the next day. */
@Graph(durable = true)
public final class Metering {
    private final Supplier<Workflows> workflows;
    private final Supplier<MeteringGraph> metering;

    public Metering(Supplier<Workflows> workflows, Supplier<MeteringGraph> metering) {
        this.workflows = workflows;
        this.metering = metering;
    }

    @Node(outputName = "hour")
    static int wait(@Seed int hour) {
        return hour + 1;
    }

    @Interrupt(answerName = "reading")
    static Question<Integer> read(int hour) {
        return Question.ask("What does the meter read at " + hour + "?", Integer.class);
    }

    @Node(outputName = "kept")
    static int keep(int hour, int reading) {
        return reading;
    }

    @IfElse(whenTrue = "wait", whenFalse = "handOver")
    static boolean isDay(int hour, int kept) {
        return hour < 24;
    }

    // tag::next
    @Node(outputName = "next")
    String handOver(int day, int kept) {
        String next = "meter-1/day-" + (day + 1);
        workflows.get().submit(metering.get(), next, MeteringInputs.of(0, day + 1)); // again: it is there
        return next;
    }
    // end::next
}
