package dev.hypergraph4j.runtime;

import dev.hypergraph4j.HypergraphException;
import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.runtime.definition.NodeDefinition;
import dev.hypergraph4j.runtime.definition.SourceLocation;
import dev.hypergraph4j.runtime.log.RunLog;
import dev.hypergraph4j.runtime.plan.Trace;
import java.io.Serial;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A node threw. The cause is what it threw, unchanged. */
public final class NodeExecutionException extends HypergraphException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String graph;
    private final String nodePath;
    private final String file;
    private final int line;
    private final long item;
    private final int iteration;
    private final int attempt;
    private final String method;
    private final transient @Nullable RunLog log;

    NodeExecutionException(String graph, NodeDefinition node, long item, Throwable cause, @Nullable RunLog log) {
        this(graph, node, item, new Trace.Failure(0, 0, 1, cause), log);
    }

    NodeExecutionException(String graph, NodeDefinition node, long item, Trace.Failure failure, @Nullable RunLog log) {
        this(
                new Failed(
                        graph, node.name(), node.method(), node.source(), item, failure.iteration(), failure.attempt()),
                failure.error(),
                log);
    }

    private NodeExecutionException(Failed failed, Throwable cause, @Nullable RunLog log) {
        super(failed.message(cause), cause);
        this.graph = failed.graph;
        this.nodePath = failed.path;
        this.method = failed.method;
        this.file = failed.source.file();
        this.line = failed.source.line();
        this.item = failed.item;
        this.iteration = failed.iteration;
        this.attempt = failed.attempt;
        this.log = log;
    }

    /** The same failure as seen from the graph around this one, where it is the node {@code name}; those that came with it as well. */
    NodeExecutionException within(String outerGraph, String name, long outerItem, @Nullable RunLog outerLog) {
        long innermost = item == PreparedRun.NO_ITEM ? outerItem : item;
        Failed failed = new Failed(outerGraph, name + "/" + nodePath, method, source(), innermost, iteration, attempt);
        Throwable cause = getCause() == null ? this : getCause();
        NodeExecutionException seen = new NodeExecutionException(failed, cause, outerLog);
        for (Throwable other : getSuppressed()) {
            seen.addSuppressed(
                    other instanceof NodeExecutionException inner
                            ? inner.within(outerGraph, name, outerItem, outerLog)
                            : other);
        }
        return seen;
    }

    /** The graph that the node is of. */
    public String graph() {
        return graph;
    }

    /** The node's name; behind those of the graphs around it, separated by {@code /}, where it is nested. */
    public String nodePath() {
        return nodePath;
    }

    /** Where the node's method stands in its source. */
    public SourceLocation source() {
        return new SourceLocation(file, line);
    }

    /** For which item of a map, the innermost around it, the node ran, from 0; empty where the run was one by itself. */
    public OptionalLong item() {
        return item == PreparedRun.NO_ITEM ? OptionalLong.empty() : OptionalLong.of(item);
    }

    /** In which turn of its cycle the node ran, from 0; 0 outside of cycles. */
    public int iteration() {
        return iteration;
    }

    /** Which attempt at the node threw, from 1: the last one. */
    public int attempt() {
        return attempt;
    }

    /** What the run did until then; {@code null} where this exception was sent from another process. */
    public @Nullable RunLog log() {
        return log;
    }

    /** As {@link Throwable#toString()} has it, but with the simple name; the cause has the qualified one. */
    private static String described(Throwable cause) {
        Class<?> type = cause.getClass();
        String name = type.isAnonymousClass() ? type.getName() : type.getSimpleName();
        String message = message(cause);
        return message == null ? name + "." : name + ": " + message;
    }

    private static @Nullable String message(Throwable cause) {
        try {
            return cause.getLocalizedMessage();
        } catch (RuntimeException | Error broken) {
            return "(its getMessage() threw " + broken.getClass().getName() + ")";
        }
    }

    /** What failed, for the message. */
    private record Failed(
            String graph, String path, String method, SourceLocation source, long item, int iteration, int attempt) {
        String message(Throwable cause) {
            Message message = Message.of("NodeFailed", "Node '" + path + "' of '" + graph + where() + described(cause))
                    .fact("method", method);
            return (source.isKnown() ? message.fact("source", source.toString()) : message).text();
        }

        private String where() {
            String forItem = item == PreparedRun.NO_ITEM ? "" : "for item " + item;
            String inAttempt = attempt == 1 ? "" : "in attempt " + attempt;
            String both = forItem + (forItem.isEmpty() || inAttempt.isEmpty() ? "" : " ") + inAttempt;
            return both.isEmpty() ? "' threw " : "' threw, " + both + ", ";
        }
    }
}
