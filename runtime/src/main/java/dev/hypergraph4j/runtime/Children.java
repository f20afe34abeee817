package dev.hypergraph4j.runtime;

import dev.hypergraph4j.internal.Lists;
import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.internal.Suggestions;
import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Trace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the graphs nested in a run ended, as its result tells it. */
record Children(Plan plan, Trace trace) {

    /** The result of the nested graph called {@code name}. */
    RunResult<?> run(String name) {
        if (child(name) instanceof RunResult<?> result) {
            return result;
        }
        throw otherKind(name, "mapped", "mappedChild");
    }

    /** The result of the mapped nested graph called {@code name}. */
    MapResult<?> map(String name) {
        if (child(name) instanceof MapResult<?> result) {
            return result;
        }
        throw otherKind(name, "not mapped", "child");
    }

    private GraphConfigException otherKind(String name, String is, String method) {
        return new GraphConfigException(
                Message.of("NoChild", "The nested graph '%s' of '%s' is %s.".formatted(name, plan.name(), is))
                        .fix("ask for it with %s(\"%s\")".formatted(method, name)));
    }

    private Object child(String name) {
        int node = nested(name);
        Object child = trace.child(node);
        if (child == null || child instanceof Throwable) {
            throw new GraphConfigException(Message.of(
                            "NoChild",
                            "The nested graph '%s' of '%s' has not come to a result.".formatted(name, plan.name()))
                    .fix("look at skipped() and error() of the result before"));
        }
        return child;
    }

    private int nested(String name) {
        List<String> names = new ArrayList<>();
        for (int node = 0; node < plan.size(); node++) {
            if (plan.isNested(node)) {
                names.add(plan.node(node).name());
            }
        }
        if (names.contains(name)) {
            return plan.definition().indexOf(name);
        }
        Message message =
                Message.of("UnknownNode", "Graph '%s' has no nested graph '%s'.".formatted(plan.name(), name));
        Message known = names.isEmpty() ? message : message.fact("nested graphs", Lists.enumerated(names));
        throw new IllegalArgumentException(Suggestions.closest(name, names)
                .map(closest -> known.didYouMean("'" + closest + "'"))
                .orElse(known)
                .text());
    }

    /** The log of the nested graph that {@code node} is, that of a map where it is mapped; {@code null} where there is none. */
    @Nullable
    Object log(int node) {
        Object child = trace.child(node);
        if (child instanceof RunResult<?> result) {
            return result.log();
        }
        if (child instanceof MapResult<?> result) {
            return result.log();
        }
        return child instanceof NodeExecutionException failed ? failed.log() : null;
    }
}
