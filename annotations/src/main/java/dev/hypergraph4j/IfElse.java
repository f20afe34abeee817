package dev.hypergraph4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method that returns a {@code boolean} a gate with two targets; see {@link Route} for what gates do.
 *
 * <pre>{@code
 * @IfElse(whenTrue = "publish", whenFalse = "revise")
 * boolean isGood(Review review) {
 *   return review.score() > 8;
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface IfElse {

    /** The node to open where the method returns {@code true}; {@link Gate#END} to end the path. */
    String whenTrue();

    /** The node to open where the method returns {@code false}; {@link Gate#END} to end the path. */
    String whenFalse();

    /** Whether a target that lies before this gate in a cycle may run before the gate has decided; see {@link Route#defaultOpen()}. */
    boolean defaultOpen() default true;

    /** The gate's name in the graph, in logs and errors; by default the method's name. */
    String name() default "";

    /** Whether a decision may be taken from the runner's cache; see {@link Node#cache()}. */
    boolean cache() default false;

    /** Signals that this gate gives once it has decided; see {@link Node#emit()}. */
    String[] emit() default {};

    /** Signals and values that this gate waits for; see {@link Node#waitFor()}. */
    String[] waitFor() default {};
}
