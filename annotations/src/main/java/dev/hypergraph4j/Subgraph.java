package dev.hypergraph4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts a graph into this one as a single node. What it takes and gives joins the names of this graph, under other names where
 * {@link #inputs()} and {@link #outputs()} say so.
 *
 * <pre>{@code
 * @Graph(nodes = Report.class)
 * @Subgraph(Rag.class)
 * public interface Desk { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Subgraph.List.class)
public @interface Subgraph {

    /** The type with the nested graph's {@link Graph}. */
    Class<?> value();

    /** The node's name in this graph; by default the nested graph's name. */
    String name() default "";

    /**
     * Whether the names of the nested graph stay its own: then the node takes one value, the nested graph's inputs record, under the node's name followed by
     * {@code Inputs}, and gives one, the outputs record, under the node's name.
     */
    boolean namespaced() default false;

    /** Other names for inputs of the nested graph; names that are not mentioned stay. */
    Rename[] inputs() default {};

    /** Other names for outputs of the nested graph; names that are not mentioned stay. */
    Rename[] outputs() default {};

    /**
     * Inputs of the nested graph (by their names there) to run it over: this graph gives an {@link Iterable} or an array of each, and the nested
     * graph runs once for every element. Each of its outputs becomes a {@code List}, with a place for each element.
     */
    String[] mapOver() default {};

    /** How the elements of several {@link #mapOver()} are combined. */
    MapMode mapMode() default MapMode.ZIP;

    /** What happens where the nested graph fails for an element of {@link #mapOver()}. */
    ErrorHandling onError() default ErrorHandling.RAISE;

    /** Inputs of the nested graph that have a fixed value here. */
    Bind[] bind() default {};

    /** The container that lets {@link Subgraph} be repeated; the compiler writes it. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface List {
        /** The nested graphs, in the order of the source. */
        Subgraph[] value();
    }
}
