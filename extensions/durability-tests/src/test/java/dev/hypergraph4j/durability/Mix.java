package dev.hypergraph4j.durability;

import dev.hypergraph4j.durability.graphs.Grading;
import dev.hypergraph4j.durability.graphs.GradingGraph;
import dev.hypergraph4j.durability.graphs.Receiver;
import dev.hypergraph4j.runtime.CompiledGraph;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which graphs take turns: a number makes a workflow of each of them, then the next number does. */
enum Mix {
    /** Those that wait for nothing but answers. */
    PLAIN(Reference.ALL, Duration.ZERO, Duration.ZERO),

    /** All, for processes that live one after the other, with part of an hour in between. */
    ONE_AFTER_ANOTHER(
            Stream.of(Reference.MORE, Reference.ALL).flatMap(List::stream).toList(),
            Duration.ofHours(1),
            Duration.ZERO),

    /** All, for processes that live at the same time: what else takes an hour takes a moment. */
    SIDE_BY_SIDE(
            Stream.of(Reference.MORE, Reference.ALL)
                    .flatMap(List::stream)
                    .<Reference<?, ?>>map(each -> each.name().equals("sleeping") ? Reference.DOZING : each)
                    .toList(),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1));

    private static final int NUMBERS = 5;

    @SuppressWarnings("ImmutableEnumChecker") // Made by toList(), and of(): nobody changes them.
    private final List<Reference<?, ?>> references;

    private final Duration later;
    private final Duration inexact;

    Mix(List<Reference<?, ?>> references, Duration later, Duration inexact) {
        this.references = references;
        this.later = later;
        this.inexact = inexact;
    }

    /** Each graph once, and that which others spawn. */
    Collection<CompiledGraph<?, ?>> graphs(Receiver world) {
        Map<String, CompiledGraph<?, ?>> byName = new HashMap<>();
        references.forEach(reference -> {
            CompiledGraph<?, ?> graph = reference.graph().apply(world);
            byName.put(graph.definition().name(), graph);
        });
        CompiledGraph<?, ?> spawned = GradingGraph.create(new Grading(world));
        byName.put(spawned.definition().name(), spawned);
        return byName.values();
    }

    /** After how long who sleeps wakes, and what was scheduled is due. */
    Duration later() {
        return later;
    }

    /** By how much at most a process may be wrong that goes by a server's clock: it guesses what that says. */
    Duration inexact() {
        return inexact;
    }

    Numbered<?, ?> at(int index) {
        int turn = index / references.size();
        return new Numbered<>(references.get(index % references.size()), index, turn % NUMBERS);
    }

    /** The one that has this id. */
    Numbered<?, ?> of(String id) {
        return at(Integer.parseInt(id.substring(id.indexOf('-') + 1)));
    }
}
