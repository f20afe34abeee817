package dev.hypergraph4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method a gate: it decides at run time which nodes are to run. What it returns names one of its <i>targets</i>; a node that is a target
 * of gates waits for them and runs if one of them opened it. Otherwise it is <i>skipped</i>, and so is every node that can't do without what a
 * skipped node gives.
 *
 * <p>The method returns
 *
 * <ul>
 *   <li>a constant of an <b>enum</b>, each of which names a node, or says which by {@link Target}, or is called {@code END}. The compiler sees to
 *       it that every constant leads somewhere;
 *   <li>a <b>String</b> among {@link #targets()}, checked when it is returned; or
 *   <li>to open several nodes, a {@code Set} of such constants, or a {@code Set} or {@code List} of such texts.
 * </ul>
 *
 * <pre>{@code
 * enum Next { search, answer }
 *
 * @Route
 * Next decide(String question) {
 *   return needsFacts(question) ? Next.search : Next.answer;
 * }
 * }</pre>
 *
 * <p>A method annotated {@code @Nullable} may return {@code null}. Where it does, or chooses none of several, {@link #fallback()} is opened, or nothing
 * where there is none. A method that is not and returns {@code null} has failed, as with any node.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Route {

    /** The nodes that a gate which returns text may name, and {@link Gate#END} where it may end the path. */
    String[] targets() default {};

    /** The node to open where the method returns {@code null}, or names none of several. By default none is opened then. */
    String fallback() default "";

    /**
     * Whether a target that lies before this gate in a cycle may run before the gate has decided for the first time. Without meaning for a target
     * that waits for this gate.
     */
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
