package dev.hypergraph4j;

/**
 * What a node may know of the run that it is part of. A node method takes it as a parameter of this type, whatever its name; it is no input of the
 * graph.
 *
 * <p>Good for the one execution of the node it was made for, on any thread.
 */
public interface NodeContext {

    /** The node's path: its name, after those of the nested graphs around it: {@code desk/rag/retrieve}. */
    String path();

    /** Which turn of a cycle this is, from 0; 0 outside of cycles. */
    int iteration();

    /** Which attempt this is, from 1. */
    int attempt();

    /** Whether the run was told to stop: a node that takes long may look, and end early. */
    boolean stopRequested();

    /** Tells those who watch the run of a part of the result that is there already. It is no value of the graph. */
    void emit(Object chunk);
}
