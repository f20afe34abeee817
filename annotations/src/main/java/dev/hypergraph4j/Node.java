package dev.hypergraph4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method a node of a graph. Its parameter names say which values it needs, {@link #outputName()} which value it gives; the edges of
 * the graph follow from these names.
 *
 * <pre>{@code
 * @Node(outputName = "docs")
 * List<Doc> retrieve(List<String> terms, @Default("5") int topK) { ... }
 * }</pre>
 *
 * <p>The method may be static or not, of any visibility but {@code private}, and may throw checked exceptions. It may return
 *
 * <ul>
 *   <li>a value, of any type, which must not be {@code null} unless the method is annotated {@code @Nullable};
 *   <li>nothing ({@code void}): it is run for its effect and has no output;
 *   <li>a record whose components carry the several names of {@link #outputName()}: one output a component;
 *   <li>a {@link java.util.concurrent.CompletionStage} of one of these: an <i>asynchronous</i> node, whose consumers get the stage's value;
 *   <li>a {@link java.util.stream.Stream}, {@link java.util.Iterator} or {@link java.util.concurrent.Flow.Publisher} of {@code T}: a <i>streaming</i>
 *       node, whose elements can be watched as they come and whose consumers get the {@code List<T>} of all.
 * </ul>
 *
 * <p>A parameter {@code Optional<T>}, a {@code @Nullable} one and one with a {@link Default} accept that there is no value.
 *
 * <p>A class with node methods and without {@link Graph} is a <i>node library</i>: it is checked by itself and used through
 * {@link Graph#nodes()}, from any package or jar.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Node {

    /**
     * The name of the value that the method gives; several names where it returns a record with components of these names; none where it
     * returns nothing.
     */
    String[] outputName() default {};

    /** The node's name in the graph, in logs and errors; by default the method's name. */
    String name() default "";

    /** What kind of work the node does, for diagrams, logs and traces. */
    NodeKind kind() default NodeKind.STEP;

    /**
     * Signals that the node gives when it has ended, for other nodes to {@linkplain #waitFor() wait for}: an order without a value. Several nodes may give
     * one signal.
     */
    String[] emit() default {};

    /**
     * Signals, or values, to be there before the node runs, besides those that its parameters take. If all that would give one of them are
     * skipped, so is this node.
     */
    String[] waitFor() default {};

    /**
     * Whether the node's outputs may be taken from the runner's cache, where the same code got equal inputs before. Only for nodes whose result depends
     * on nothing else.
     */
    boolean cache() default false;

    /** How often, and when, the node is tried again where it fails; by default never. */
    Retry retry() default @Retry;

    /**
     * How long an attempt may take, as an ISO 8601 duration ({@code PT30S}); then its thread is interrupted and it has failed with a
     * {@link java.util.concurrent.TimeoutException}. By default any time.
     */
    String timeout() default "";

    /**
     * What becomes of an attempt whose process died in the middle, in a durable run: by default it is made again, and with {@link Effect#ONCE} an operator
     * decides. It has no bearing on other runs.
     */
    Effect effect() default Effect.REPEATABLE;
}
