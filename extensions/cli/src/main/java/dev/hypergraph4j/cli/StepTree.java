package dev.hypergraph4j.cli;

import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.AttemptStatus;
import dev.hypergraph4j.runtime.durable.Step;
import dev.hypergraph4j.runtime.durable.StepError;
import dev.hypergraph4j.runtime.durable.StepOutcome;
import dev.hypergraph4j.runtime.durable.StepStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Steps for people: those of nested graphs below the node that the graph is, attempts below the step where one did not do. */
final class StepTree {
    private static final String INDENT = "  ";

    private final Table table = Table.of("STEP", "STATUS", "STARTED", "TOOK", "ORIGIN", "NOTE");
    private final @Nullable ShownValues values;

    /** @param values by which what steps gave is shown; {@code null} where it is not */
    StepTree(@Nullable ShownValues values) {
        this.values = values;
    }

    String text(List<StepView> steps) {
        List<String> above = List.of();
        for (StepView each : grouped(steps)) {
            List<String> path = path(each.step().id().key());
            List<String> graphs = path.subList(0, path.size() - 1);
            addGraphs(graphs, common(above, graphs));
            addStep(each, INDENT.repeat(graphs.size()), path.get(path.size() - 1));
            above = graphs;
        }
        return table.text();
    }

    /** Those of one graph one behind the other, though those of several may have been recorded in turns. */
    private static List<StepView> grouped(List<StepView> steps) {
        Map<String, Integer> first = new LinkedHashMap<>();
        for (StepView step : steps) {
            List<String> path = path(step.step().id().key());
            for (int depth = 1; depth <= path.size(); depth++) {
                first.putIfAbsent(String.join("/", path.subList(0, depth)), first.size());
            }
        }
        List<StepView> sorted = new ArrayList<>(steps);
        sorted.sort((one, other) ->
                compare(path(one.step().id().key()), path(other.step().id().key()), first));
        return sorted;
    }

    private static int compare(List<String> one, List<String> other, Map<String, Integer> first) {
        int depth = Math.min(common(one, other) + 1, Math.min(one.size(), other.size()));
        return Integer.compare(
                first.getOrDefault(String.join("/", one.subList(0, depth)), 0),
                first.getOrDefault(String.join("/", other.subList(0, depth)), 0));
    }

    /** The parts of a key; a slash within brackets belongs to an item. */
    private static List<String> path(String key) {
        List<String> path = new ArrayList<>();
        int begin = 0;
        int inside = 0;
        for (int i = 0; i < key.length(); i++) {
            char each = key.charAt(i);
            inside += each == '[' ? 1 : each == ']' ? -1 : 0;
            if (each == '/' && inside == 0) {
                path.add(key.substring(begin, i));
                begin = i + 1;
            }
        }
        path.add(key.substring(begin));
        return path;
    }

    private static int common(List<String> one, List<String> other) {
        int same = 0;
        while (same < Math.min(one.size(), other.size()) && one.get(same).equals(other.get(same))) {
            same++;
        }
        return same;
    }

    private void addGraphs(List<String> graphs, int from) {
        for (int depth = from; depth < graphs.size(); depth++) {
            table.line(INDENT.repeat(depth) + graphs.get(depth));
        }
    }

    private void addStep(StepView view, String indent, String name) {
        Step step = view.step();
        String origin =
                step.copiedFrom().isEmpty() ? view.origin().name() : view.origin() + " from " + step.copiedFrom();
        table.line(
                indent + name,
                step.status().name(),
                Times.text(step.startedAt()),
                Times.took(step.startedAt(), step.finishedAt()),
                origin,
                note(step.error(), opened(step.outcome())));
        if (values != null && step.outcome() != null) {
            ShownValues shown = values;
            step.outcome()
                    .values()
                    .forEach(value -> table.line(indent + INDENT + "gave", "", "", "", "", shown.text(value)));
        }
        boolean isTold = view.attempts().size() > 1
                || (step.status() == StepStatus.OPEN
                        && view.attempts().stream().anyMatch(attempt -> attempt.status() != AttemptStatus.STARTED));
        if (isTold) {
            view.attempts().forEach(attempt -> addAttempt(attempt, indent + INDENT));
        }
    }

    private void addAttempt(Attempt attempt, String indent) {
        String next = attempt.notBefore() == 0 ? "" : "again from " + Times.text(attempt.notBefore());
        table.line(
                indent + "attempt " + attempt.number(),
                attempt.status().name(),
                Times.text(attempt.startedAt()),
                Times.took(attempt.startedAt(), attempt.finishedAt()),
                attempt.worker(),
                note(attempt.error(), next));
    }

    private static String opened(@Nullable StepOutcome outcome) {
        return outcome == null || outcome.opened().isEmpty()
                ? ""
                : outcome.opened().stream().collect(Collectors.joining(", ", "opened ", ""));
    }

    private static String note(@Nullable StepError error, String more) {
        if (error == null) {
            return more;
        }
        return Table.brief(error.toString()) + (more.isEmpty() ? "" : "; " + more);
    }
}
