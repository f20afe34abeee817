package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.Durability;
import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.NewWorkflow;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.StepEffects;
import dev.hypergraph4j.runtime.durable.StepError;
import dev.hypergraph4j.runtime.durable.StepEvent;
import dev.hypergraph4j.runtime.durable.StepId;
import dev.hypergraph4j.runtime.durable.StepOutcome;
import dev.hypergraph4j.runtime.durable.Transition;
import dev.hypergraph4j.runtime.durable.Verdict;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The transitions of a workflow that a worker might want recorded one after the other. The first ones are such as one statement can write; later there are
 * large values, and now and then one that must be refused. The same seed gives the same.
 */
final class RandomTransitions {
    private static final int STEPS = 12;
    private static final int PLAIN = 6;
    private static final int MOST_EVENTS = 4;

    private final Stories stories;
    private final String id;
    private final long now;
    private final Random random;

    /** The attempts that are under way. */
    private final Map<Integer, Integer> open = new LinkedHashMap<>();

    private int nextStep;
    private int transitions;
    private boolean isOver;

    RandomTransitions(Stories stories, String id, long now, long seed) {
        this.stories = stories;
        this.id = id;
        this.now = now;
        this.random = new Random(seed);
    }

    boolean isOver() {
        return isOver;
    }

    /** The next one, whatever became of those before it. */
    Transition next() {
        NewWorkflow creation = transitions++ > 0 ? null : stories.workflow(id);
        boolean isStale = isOdd() && random.nextInt(8) == 0;
        List<StepEvent> events = isStale ? List.of(started(99, 1)) : events();
        Ending ending = creation == null && !isStale && events.size() < MOST_EVENTS ? ending() : null;
        isOver = ending != null;
        return new Transition(
                new Lease(id, isStale ? 7 : 1), Stories.WORKER, Durability.SYNC, creation, events, ending);
    }

    private boolean isOdd() {
        return transitions > PLAIN;
    }

    private List<StepEvent> events() {
        List<StepEvent> events = new ArrayList<>();
        for (int step : List.copyOf(open.keySet())) {
            if (random.nextInt(3) > 0) {
                events.add(ended(step, open.remove(step)));
            }
        }
        int begun = random.nextInt(3);
        for (int i = 0; i < begun && nextStep < STEPS; i++) {
            open.put(nextStep, 1);
            events.add(started(nextStep++, 1));
        }
        return events;
    }

    private StepEvent ended(int step, int attempt) {
        return switch (random.nextInt(isOdd() ? 11 : 8) + (isOdd() ? -1 : 2)) {
            case -1 ->
                new StepEvent.Asked(step(step), attempt, stories.question("node", String.class, List.of()), now, now);
            case 2 -> new StepEvent.Failed(step(step), attempt, error(), Verdict.FAIL, 0, now, now);
            case 3 -> {
                open.put(step, attempt + 1);
                yield new StepEvent.Failed(step(step), attempt, error(), Verdict.RETRY, now + 5, now, now);
            }
            case 0 -> stories.completed("new in a cache " + step, "x"); // Never begun.
            case 1 -> completed(step, attempt, stories.value("x".repeat(100_000)));
            default -> completed(step, attempt, stories.value("value " + random.nextInt(10)));
        };
    }

    private StepEvent started(int step, int attempt) {
        return new StepEvent.Started(step(step), attempt, "effect", now);
    }

    private StepEvent completed(int step, int attempt, Payload value) {
        StepOutcome outcome = new StepOutcome(List.of(value), List.of(), random.nextBoolean());
        return new StepEvent.Completed(step(step), attempt, outcome, StepEffects.NONE, now, now);
    }

    private static StepId step(int number) {
        String item = number % 2 == 0 ? null : "item " + number;
        return new StepId("step " + number, "node", number, item, "hash");
    }

    private static StepError error() {
        return new StepError("java.io.IOException", "it's \"over\"");
    }

    private @Nullable Ending ending() {
        return switch (random.nextInt(31) + (isOdd() ? -1 : 2)) {
            case -1 -> Ending.of(WorkflowStatus.PAUSED, "");
            case 2 -> Ending.completed(Map.of("sum", stories.value("12")));
            case 3 -> Ending.failed(error());
            case 0 -> Ending.of(WorkflowStatus.CANCELLED, "enough");
            case 1 -> Ending.sleeping(now + 1_000);
            default -> null;
        };
    }
}
