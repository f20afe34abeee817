package dev.hypergraph4j.runtime;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.runtime.definition.NodeDefinition;
import dev.hypergraph4j.runtime.definition.SourceLocation;
import dev.hypergraph4j.runtime.log.RunLog;
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
    private final transient @Nullable RunLog log;

    NodeExecutionException(String graph, NodeDefinition node, long item, Throwable cause, @Nullable RunLog log) {
        super(message(graph, node, item, cause), cause);
        this.graph = graph;
        this.nodePath = node.name();
        this.file = node.source().file();
        this.line = node.source().line();
        this.item = item;
        this.log = log;
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

    /** For which item of a map the node ran, from 0; empty where the run was one by itself. */
    public OptionalLong item() {
        return item == PreparedRun.NO_ITEM ? OptionalLong.empty() : OptionalLong.of(item);
    }

    /** What the run did until then; {@code null} where this exception was sent from another process. */
    public @Nullable RunLog log() {
        return log;
    }

    /** As {@link Throwable#toString()} has it, but with the simple name; the cause has the qualified one. */
    private static String described(Throwable cause) {
        Class<?> type = cause.getClass();
        String name = type.isAnonymousClass() ? type.getName() : type.getSimpleName();
        String message = cause.getLocalizedMessage();
        return message == null ? name + "." : name + ": " + message;
    }

    private static String message(String graph, NodeDefinition node, long item, Throwable cause) {
        String where = item == PreparedRun.NO_ITEM ? "' threw " : "' threw, for item " + item + ", ";
        Message message = Message.of("NodeFailed", "Node '" + node.name() + "' of '" + graph + where + described(cause))
                .fact("method", node.method());
        return (node.source().isKnown() ? message.fact("source", node.source().toString()) : message).text();
    }
}
