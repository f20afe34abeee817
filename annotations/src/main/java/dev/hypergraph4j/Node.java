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
 *   <li>a {@link java.util.concurrent.CompletionStage} of one of these: an <i>asynchronous</i> node, whose consumers get the stage's value.
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
}
